"""The dossier that a first start loads: one real meeting, told by several sources."""
