"""What editors do, as functions: every change of an editorial table goes through here."""
