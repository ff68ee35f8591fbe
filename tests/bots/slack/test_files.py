"""Files in a thread: imported or read in as the words beside them ask; whose they may not be stays where it is."""
from tests.bots.slack.conftest import Northlight
from tests.fakes.slack import BOT
from tests.fakes.slack.people import buttons

TASKS = b"title,project,owner,due,hours\nOrder the banners,Apollo,Ben Okafor,2026-12-01,6\nPrint the badges,Apollo,Ana Ruiz,2026-12-03,4\n"
POLICY = b"# Travel policy\n\n## Booking\n\nTrips above 500 EUR are approved by the sponsor before booking.\n"


async def test_a_manager_imports_her_csv_in_a_thread_and_takes_it_back(northlight: Northlight) -> None:
    ana = northlight.ana
    root = await ana.tell("what should I do today?")
    await northlight.idle()
    dropped = await ana.drop(ana.dm.id, "please import this", "tasks.csv", TASKS, thread=root)
    preview = await ana.reply(dropped)
    assert preview.thread_ts == root.ts
    assert "Import tasks.csv: 2 new tasks" in preview.everything
    assert "Order the banners" in preview.everything
    await ana.click(preview, "confirm")
    receipt = await ana.changed(preview)
    assert buttons(receipt) == ["Undo"]
    assert "Order the banners" in (await ana.reply(await ana.tell("show the task order the banners"))).everything
    await ana.click(receipt, "undo")
    assert "Undone" in (await ana.changed(preview, edits=2)).text


async def test_a_file_without_a_word_is_asked_about_and_taken_by_a_click(northlight: Northlight) -> None:
    ana = northlight.ana
    asked = await ana.reply(await ana.drop(ana.dm.id, "", "tasks.csv", TASKS))
    assert asked.text == "What shall I do with tasks.csv?"
    assert buttons(asked) == ["Import as records", "Read in as a document"]
    await ana.click(asked, "hand:import")
    assert "Import tasks.csv: 2 new tasks" in (await ana.reply(asked)).everything
    assert buttons(asked) == []


async def test_a_file_in_a_channel_is_shown_alone(northlight: Northlight) -> None:
    ana = northlight.ana
    dropped = await ana.drop("C0ALL", f"<@{BOT}> import this into Apollo", "tasks.csv", TASKS)
    await northlight.idle()
    assert [m.text for m in ana.replies(dropped)] == ["What a file changes may not be for everybody in here, so I answer you in our direct messages."]
    assert any("Import tasks.csv" in m.everything for m in ana.sees(ana.dm.id))


async def test_a_document_is_read_in_and_cited(northlight: Northlight) -> None:
    paula = northlight.paula
    said = await paula.reply(await paula.drop(paula.dm.id, "read this in", "travel_policy.md", POLICY))
    assert "travel_policy.md" in said.text
    answer = await paula.reply(await paula.tell("who approves trips above 500 EUR?"))
    assert "approved by the sponsor" in answer.everything


async def test_who_may_add_no_documents_is_told_so(northlight: Northlight) -> None:
    ana = northlight.ana
    assert "may not change documents" in (await ana.reply(await ana.drop(ana.dm.id, "ingest it", "travel.md", POLICY))).text


async def test_without_the_permission_a_file_is_not_taken_for_slacks_page(northlight: Northlight) -> None:
    ws, ana = northlight.slack.workspace, northlight.ana
    ws.add_token("xoxb-test", "bot", ws.tokens["xoxb-test"].scopes - {"files:read"})
    told = await ana.reply(await ana.drop(ana.dm.id, "import this", "tasks.csv", TASKS))
    assert "I could not get tasks.csv from Slack." in told.text


async def test_the_token_goes_to_no_other_host(northlight: Northlight) -> None:
    ana = northlight.ana
    file = {"id": "F1", "name": "tasks.csv", "size": 10, "url_private_download": "https://slack.com.evil.example/tasks.csv"}
    told = await ana.reply(await ana.say(ana.dm.id, "import this", files=[file], subtype="file_share"))
    assert "I could not get tasks.csv from Slack." in told.text


async def test_what_is_no_table_says_so(northlight: Northlight) -> None:
    ana = northlight.ana
    told = await ana.reply(await ana.drop(ana.dm.id, "import this", "photo.csv", b"\x89PNG\r\n\x1a\n\x00\x00"))
    assert "photo.csv" in told.text
    assert "Confirm" not in buttons(told)


async def test_a_question_beside_a_file_is_answered_and_the_file_not_passed_over(northlight: Northlight) -> None:
    ana = northlight.ana
    dropped = await ana.drop(ana.dm.id, "what should I do today?", "notes.csv", TASKS)
    await northlight.idle()
    told = "\n".join(m.everything for m in ana.replies(dropped))
    assert "Start with" in told
    assert "I have not looked at what you attached." in told


async def test_a_template_that_is_asked_for_comes_as_the_file(northlight: Northlight) -> None:
    ana = northlight.ana
    asked = await ana.tell("give me the template for a project charter")
    await northlight.idle()
    files = northlight.slack.workspace.files.values()
    assert [f["name"] for f in files] == ["project_charter_template.docx"]
    assert next(iter(files))["content"][:2] == b"PK"
    assert "harter" in (await ana.reply(asked)).everything
