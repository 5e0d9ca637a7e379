"""Whether a promise was kept, as people's tools write it: yes or no in many spellings and languages."""

import pyarrow as pa
import pyarrow.compute as pc

KEPT = (
    "1 1.0 y yes t true x on ok kept met in-time ontime on-time within j ja waar gehaald optijd wahr ok oui vrai sí si "
    "verdadero sim verdadeiro vero tak prawda kyllä ano áno da да igen evet ναι はい 是"
)
BROKEN = (
    "0 0.0 n no f false off late too-late missed broken breached violated overdue nee onwaar niet-gehaald te-laat laat "
    "nein falsch non faux no falso não nao nie fałsz ei ne нет nem hayır όχι いいえ 否"
)
MEANINGS = dict.fromkeys(KEPT.split(), False) | dict.fromkeys(BROKEN.split(), True)


def broken(column: pa.Array) -> pa.Array:
    """Whether each promise was broken; empty where the text is neither yes nor no."""
    encoded = pc.dictionary_encode(column.cast(pa.string()))
    told = [MEANINGS.get("-".join((text or "").lower().split())) for text in encoded.dictionary.to_pylist()]
    spelled = [MEANINGS.get((text or "").lower().replace(" ", "")) for text in encoded.dictionary.to_pylist()]
    found = [one if one is not None else other for one, other in zip(told, spelled, strict=True)]
    return pa.array(found, pa.bool_()).take(encoded.indices)
