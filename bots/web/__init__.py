"""The web face: the API and the page, put together over the five doors. Who asks is proven here; the text never says it."""
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from assistant.assistant import Assistant
from assistant.office import Office
from assistant.settings import Settings
from bots.web import about, asking, clicking, describing, filling, glancing, opening, pages, refusing, reporting, uploading
from bots.web.edge import Edge
from bots.web.identity import People, closed, picked
from records.errors import Sorry


def web(assistant: Assistant, people: People, settings: Settings, reports: reporting.Reports | None = None,
        intake: uploading.Intake | None = None, office: Office | None = None) -> FastAPI:
    """The application; in sample mode people pick who they are, and only this machine is served. Without `reports` none are sent as files, without
    `intake` none are handed in, without `office` there are no forms and no lists."""
    who = picked(people) if settings.sample else closed
    app = FastAPI(title="Project Assistant", version="1", description=describing.HOW, docs_url=None, redoc_url=None,
                  middleware=[Middleware(Edge, local=settings.sample)], telemetry={"tracing": False, "metrics": False})
    app.add_exception_handler(Sorry, refusing.sorry)
    app.add_exception_handler(RequestValidationError, refusing.unread)
    app.add_exception_handler(HTTPException, refusing.unserved)
    for router in (asking.router(assistant, who), clicking.router(assistant, who), opening.router(assistant, who),
                   about.router(people, who, settings),
                   *([reporting.router(reports, who)] if reports else ()), *([uploading.router(assistant, intake, who)] if intake else ()),
                   *((filling.router(office.forms, who), glancing.router(office, who)) if office else ())):
        app.include_router(router, prefix="/api/v1")
    describing.described(app)
    pages.serve(app)
    return app
