"""The web face: the API and the page, put together over the five doors. Who asks is proven here; the text never says it."""
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from assistant.assistant import Assistant
from assistant.office import Office
from assistant.settings import Settings
from bots.web import (
    about,
    account,
    administering,
    asking,
    clicking,
    describing,
    filling,
    glancing,
    listing,
    opening,
    pages,
    refusing,
    reporting,
    returning,
    signing_in,
    uploading,
    writing,
)
from bots.web.doorstep import Doorstep
from bots.web.edge import Edge
from bots.web.identity import Cookie, People, closed, picked, proven
from bots.web.limiting import Counter, Limiting, counted
from bots.web.once import one_by_one
from records.errors import Sorry, Unproven


def web(assistant: Assistant, people: People, settings: Settings, reports: reporting.Reports | None = None,
        intake: uploading.Intake | None = None, office: Office | None = None) -> FastAPI:
    """The application; in sample mode people pick who they are, and only this machine is served. Without `reports` none are sent as files, without
    `intake` none are handed in, without `office` there are no forms and no lists, and nobody can sign in."""
    cookie, entering = Cookie(settings.public_url), office.entering if office else None
    who = picked(people, entering) if settings.sample else proven(entering, cookie) if entering else closed
    who = counted(who, Counter("person", settings.rate_limit))
    limiting = Middleware(Limiting, strangers=Counter("address", 0 if settings.sample else settings.rate_limit))
    doorstep = [Middleware(Doorstep, entering=entering, cookie=cookie)] if entering and not settings.sample else []
    app = FastAPI(title="Project Assistant", version="1", description=describing.HOW, docs_url=None, redoc_url=None,
                  middleware=[Middleware(Edge, local=settings.sample, home=settings.public_url), limiting, *doorstep],
                  telemetry={"tracing": False, "metrics": False})
    app.add_exception_handler(Sorry, refusing.sorry)
    app.add_exception_handler(Unproven, signing_in.unproven)
    app.add_exception_handler(RequestValidationError, refusing.unread)
    app.add_exception_handler(HTTPException, refusing.unserved)
    once = one_by_one(who)

    def called() -> str:
        return (office.called() if office else "") or settings.office
    for router in (asking.router(assistant, who), clicking.router(assistant, who, once, office.answered if office else None),
                   *((listing.router(office.registers, who), writing.router(office.recording, who, once)) if office else ()),
                   opening.router(assistant, who), about.router(people, who, settings, called),
                   *([reporting.router(reports, who)] if reports else ()), *([uploading.router(assistant, intake, who)] if intake else ()),
                   *((filling.router(office.forms, who, once), glancing.router(office, who, once)) if office else ())):
        app.include_router(router, prefix="/api/v1")
    if office and doorstep:
        doors = signing_in.Doors(office.entering, office.linking, office.arriving, cookie, called)
        for router in (signing_in.router(doors, people), account.router(doors)):
            app.include_router(router, prefix="/api/v1")
        returning.serve(app, doors, settings.public_url)
        signing_in.serve(app, doors)
        account.serve(app)
    if office:
        linking = office.linking if doorstep else None
        app.include_router(administering.router(office.administering, office.inspecting, linking, who), prefix="/api/v1")
        administering.serve(app)
    describing.described(app)
    pages.serve(app)
    return app
