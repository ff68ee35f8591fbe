"""Why Slack refused a call, in its own word; also when what answered was no Slack but a page of a proxy."""
from slack_sdk.errors import SlackApiError


def reason(failed: SlackApiError) -> str:
    """Slack's error code, such as `message_not_found`, or the status of the answer."""
    data = getattr(failed.response, "data", failed.response)
    if isinstance(data, dict) and data.get("error"):
        return str(data["error"])
    return f"status {getattr(failed.response, 'status_code', 'unknown')}"
