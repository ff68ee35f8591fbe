"""`pmo serve`: the page, the API and, when its tokens are set, Slack. To add a face, add its line in `_served`."""
def serve() -> int:
    """x"""
    return 0
