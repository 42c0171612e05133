"""Parameters in web addresses that tell where a reader came from and not what is shown.

Only names that measuring and advertising services made for themselves: `ref`, `source`, `id` or
`share` may choose the page on some site, and stay.
"""

_NAMED = (
    # Advertisements and shares: Google, Microsoft, Meta, X, TikTok, LinkedIn, Yandex, Yahoo
    "gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid _ga _gl usqp msclkid",
    "fbclid fb_action_ids fb_action_types fb_ref fb_source igshid igsh",
    "twclid ref_src ref_url __twitter_impression ttclid li_fat_id yclid ysclid",
    "guccounter guce_referrer guce_referrer_sig",
    # Newsletters: Mailchimp, HubSpot, Marketo, Omeda, Vero, Klaviyo
    "mc_cid mc_eid _hsenc _hsmi __hstc __hssc __hsfp hsctatracking mkt_tok",
    "oly_anon_id oly_enc_id vero_id vero_conv _ke",
    # Measuring: Webtrekk, AT Internet, Adobe, Matomo, comScore, Outbrain, Taboola, Alibaba
    "wt_mc wt_zmc wt_cc1 wt_t wt_ga wt_kw xtor xtref s_cid s_kwcid ef_id dicbo oborigurl tblci",
    "tblclid spm pk_campaign pk_kwd pk_source pk_medium pk_content pk_cid",
    # Newspapers' own, by their widespread names
    "cmpid cmp cmp_id ncid ocid icid intcid ito smid smtyp ftag sara_ref sara_ecid",
    # What an AMP cache adds
    "amp_js_v amp_gsa",
)
_NAMES = frozenset(" ".join(_NAMED).split())
_BEGINNINGS = (
    "utm_",
    "at_medium",
    "at_campaign",
    "at_custom",
    "at_link",
    "at_bbc_",
    "at_ptr_",
    "at_format",
    "mtm_",
    "piwik_",
    "ns_",
    "taboola_",
    "wt.",
)


def is_tracking(name: str) -> bool:
    """Whether a parameter of this (decoded) name only traces the reader. Case does not matter."""
    lowered = name.lower()
    return lowered in _NAMES or lowered.startswith(_BEGINNINGS)
