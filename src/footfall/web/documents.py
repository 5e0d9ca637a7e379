"""Documents as JSON answers."""

import json

from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict

from footfall.service.changing import DocumentState
from footfall.sync.protocol import DocumentRecords


class DocumentJson(BaseModel):
    """A document as plain records, sparse: a field at its default is absent."""

    model_config = ConfigDict(frozen=True)

    id: str
    seq: int
    records: DocumentRecords


def document_response(state: DocumentState) -> Response:
    """The state as it is stored: it was checked when it was written and is not checked again."""
    body = {"id": state.id, "seq": state.seq, "records": state.records}
    return Response(json.dumps(body, ensure_ascii=False, separators=(",", ":")), media_type="application/json")
