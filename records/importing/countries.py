"""Which decimal sign a country writes, by Unicode's CLDR: a point where it is listed here, else a comma."""
POINTS = frozenset((
    "AE", "AU", "BB", "BD", "BH", "BN", "BS", "BW", "BZ", "CA", "CH", "CN", "CY", "DO", "EG", "ET", "FJ", "GB", "GH", "GT", "GU", "HK", "HN", "IE", "IL",
    "IN", "JM", "JP", "KE", "KR", "KW", "KY", "LI", "LK", "LR", "MM", "MO", "MT", "MW", "MX", "MY", "NA", "NG", "NI", "NP", "NZ", "OM", "PA", "PE", "PG",
    "PH", "PK", "PR", "QA", "RW", "SA", "SG", "SL", "SV", "SZ", "TH", "TT", "TW", "TZ", "UG", "US", "WS", "ZM", "ZW"))


def decimal_in(country: str) -> str:
    """The decimal sign in a country ("DE", "DE-BY"); a point where none is known."""
    code = country.partition("-")[0].strip().upper()
    return "." if not code or code in POINTS else ","
