"""CSV files with the letters, separators, rows, quotes and headers that people's tools and accidents make."""

import codecs

from footfall.events.mapping import Mapping
from tests.hostile.cases import ANN, BEN, GOOD, HEADER, Case, Read, Refused, text

NAMES = HEADER + "ann,2024-01-02 03:04:05,café ouvert\nben,2024-01-03 03:04:05,payé\n"
BOTH = Read(2)

ENCODINGS = [
    text("UTF-8 with its mark", NAMES, BOTH, encoding="utf-8-sig"),
    text("UTF-8 with its mark twice", "\ufeff" + NAMES, Refused("lacks the column who"), encoding="utf-8-sig"),
    text("UTF-8 with a mark inside", HEADER + "ann,2024-01-02 03:04:05,\ufeffvisit\n" + BEN, BOTH),
    text("UTF-16 with its mark", NAMES, BOTH, encoding="utf-16"),
    Case("UTF-16 the other way round", "file.csv", codecs.BOM_UTF16_BE + NAMES.encode("utf-16-be"), BOTH),
    text("UTF-16 without a mark", NAMES, BOTH, encoding="utf-16-le"),
    text("UTF-16 the other way round without a mark", NAMES, BOTH, encoding="utf-16-be"),
    text("UTF-32", NAMES, Refused("UTF-32"), encoding="utf-32"),
    text("Windows-1252", NAMES.replace("café", "café €"), BOTH, encoding="cp1252"),
    Case(
        "Latin-1 with bytes that Windows-1252 lacks",
        "file.csv",
        NAMES.encode("latin-1") + b"\x81,,\n",
        Read(2, {"no-time": (4,)}),
    ),
    Case("UTF-8 with one broken byte", "file.csv", NAMES.encode() + b"cy,2024-01-04,\xff\n", Read(3)),
    text("Shift-JIS", HEADER + "ann,2024-01-02 03:04:05,訪問\n", Read(1), encoding="shift-jis"),
    text("KOI8-R", HEADER + "ann,2024-01-02 03:04:05,визит\n", Read(1), encoding="koi8-r"),
    text("GB 18030", HEADER + "ann,2024-01-02 03:04:05,访问\n", Read(1), encoding="gb18030"),
    text("EBCDIC", GOOD, Refused("lacks the columns who, when, what"), encoding="cp500"),
    text("UTF-7 is plain letters", HEADER + "ann,2024-01-02 03:04:05,+AOk-\n", Read(1)),
    Case("half a letter at the end", "file.csv", GOOD.encode() + b"cy,2024-01-04,\xc3", Read(3)),
    Case(
        "a lone half of a pair in UTF-16",
        "file.csv",
        GOOD.encode("utf-16") + b"\x00\xd8\n\x00",
        Refused("cannot be read as utf-16-le text"),
    ),
    text("invisible letters in a name", HEADER + "ann,2024-01-02 03:04:05,vis\u200bit\u202e\n", Read(1)),
    text("a family of one letter", HEADER + "ann,2024-01-02 03:04:05,👩‍👩‍👧‍👦\n", Read(1)),
]

SEPARATORS = [
    *(text(f"separated by {sign!r}", GOOD.replace(",", sign), BOTH) for sign in ";\t|"),
    text("separated by blanks", GOOD.replace(",", " "), Refused("lacks the columns who, when, what")),
    text(
        "Excel's line that names the separator",
        "sep=;\n" + GOOD.replace(",", ";") + "cy;soon;pay\n",
        Read(2, {"unreadable-time": (5,)}),
    ),
    text("commas inside quotes", HEADER + 'ann,2024-01-02,"visit, again"\n', Read(1)),
    text("semicolons with decimal commas", "who;when;what\nann;2024-01-02;1,5\n", Read(1)),
    text(
        "rows with another separator than the header", HEADER + ANN + BEN.replace(",", ";"), Read(1, {"ragged": (3,)})
    ),
    text("a separator at the end of every line", GOOD.replace("\n", ",\n"), BOTH),
    text(
        "a separator at the end of the rows alone",
        HEADER + ANN.replace("\n", ",\n"),
        Refused("another number of columns"),
    ),
]

ROWS = [
    text("a short row", HEADER + "cy,2024-01-02\n" + ANN, Read(1, {"ragged": (2,)})),
    text("a long row", HEADER + ANN + "cy,2024-01-02,visit,more,and more\n" + BEN, Read(2, {"ragged": (3,)})),
    text("blank lines", HEADER + "\n" + ANN + "\n\n" + BEN + "\n", Read(2, {"blank": (2, 4, 5, 7)})),
    text("lines of blanks", HEADER + ANN + "   \n" + BEN, Read(2, {"ragged": (3,)})),
    text("rows of separators", HEADER + ANN + ",,\n" + BEN, Read(2, {"blank": (3,)})),
    text("a header alone", HEADER, Refused("has a header but no rows")),
    text("a header without a line end", HEADER.strip(), Refused("has a header but no rows")),
    text("no header", ANN + BEN, Refused("lacks the columns who, when, what")),
    text("no line end at the end", GOOD.strip(), BOTH),
    text("Windows line ends", GOOD.replace("\n", "\r\n"), BOTH),
    text("line ends of old Macs", GOOD.replace("\n", "\r"), BOTH),
    text("line ends of both kinds", HEADER.replace("\n", "\r\n") + ANN + BEN.replace("\n", "\r\n"), BOTH),
    text("a paragraph separator in a name", HEADER + "ann,2024-01-02,vis\u2029it\n", Read(1)),
    text("the total of a spreadsheet below", GOOD + "Total,,2\n", Read(2, {"no-time": (4,)})),
    text("the header again in the middle", GOOD + HEADER + ANN, Read(3, {"unreadable-time": (4,)})),
    text("no customer in a row", GOOD + ",2024-01-02,visit\n", Read(2, {"no-customer": (4,)})),
    text("a customer of blanks", GOOD + '"  ",2024-01-02,visit\n', Read(2, {"no-customer": (4,)})),
    text("no event in a row", GOOD + "cy,2024-01-02,\n", Read(2, {"no-event": (4,)})),
    text(
        "NULL as a database writes it",
        GOOD + "NULL,2024-01-02,visit\ncy,\\N,visit\n",
        Read(2, {"no-customer": (4,), "no-time": (5,)}),
    ),
    text("an event's name of 301 letters", GOOD + f"cy,2024-01-02,{'x' * 301}\n", Read(2, {"long-event": (4,)})),
    text("a customer's id of 100,000 letters", GOOD + f"{'x' * 100_000},2024-01-02,visit\n", Read(3)),
]

HEADERS = [
    text("a column twice", "who,when,what,what\nann,2024-01-02,visit,pay\n", Read(1, warned=("repeated-column",))),
    text(
        "all columns twice",
        "who,when,what,who,when,what\nann,2024-01-02,visit,b,c,d\n",
        Read(1, warned=("repeated-column",) * 3),
    ),
    text("blanks around the names", " who , when ,what  \nann,2024-01-02,visit\n", Read(1)),
    text("columns without a name", "who,,when,,what\nann,1,2024-01-02,2,visit\n", Read(1)),
    text("names in quotes", '"who","when","what"\nann,2024-01-02,visit\n', Read(1)),
    text(
        "a line end inside a name",
        '"who\nelse",when,what\nann,2024-01-02,visit\n',
        Read(1),
        Mapping(customer="who\nelse", time="when", event="what"),
    ),
    text("a name in capitals", "WHO,when,what\nann,2024-01-02,visit\n", Refused("lacks the column who")),
    text("a title above the header", "Export of May\n\n" + GOOD, Refused("lacks the column")),
    text("5,001 columns", ",".join(f"c{i}" for i in range(5001)) + "\n", Refused("A table may have 5,000 at most")),
    text(
        "5,000 columns",
        ",".join(["who", "when", "what", *(f"c{i}" for i in range(4997))])
        + "\nann,2024-01-02,visit"
        + "," * 4997
        + "\n",
        Read(1),
    ),
    text("one column", "who\nann\n", Refused("lacks the columns when, what")),
    text("a header of separators", ",,\nann,2024-01-02,visit\n", Refused("has no header")),
    text("a formula as a name", "=cmd|' /C calc'!A0,when,what,who\nx,2024-01-02,visit,ann\n", Read(1)),
]

QUOTES = [
    text("a quote that is never closed", GOOD + 'cy,"2024-01-02,visit\n' + "a,b,c\n" * 3, Read(2, {"ragged": (4,)})),
    text(
        "a quote that swallows 2,000 lines",
        GOOD + 'cy,"2024-01-02,visit\n' + "a,b,c\n" * 2000,
        Refused("The row on line 4 of file.csv goes on for 2,001 lines"),
    ),
    text("doubled quotes", HEADER + 'ann,2024-01-02,"say ""hello"""\n', Read(1)),
    text(
        "a line end inside quotes",
        HEADER + 'ann,2024-01-02,"visit\nagain"\ncy,x,pay\n',
        Read(1, {"unreadable-time": (4,)}),
    ),
    text("a quote in the middle of a word", HEADER + 'ann,2024-01-02,5" screen\n' + BEN, BOTH),
    text("backslashes before quotes", HEADER + 'ann,2024-01-02,"say \\"hello\\""\n' + BEN, BOTH),
    text("quotes of typography", HEADER + "ann,2024-01-02,“visit”\n", Read(1)),
    text("everything in quotes", '"who","when","what"\r\n"ann","2024-01-02","visit"\r\n', Read(1)),
]

SIGNS = [
    Case(
        "a zero byte in a name",
        "file.csv",
        HEADER.encode() + b"ann,2024-01-02,vis\0it\n",
        Refused("is not a text file"),
    ),
    Case("a file of zero bytes", "file.csv", b"\0" * 10_000, Refused("is empty")),
    Case("zero bytes at the end", "file.csv", GOOD.encode() + b"\0" * 512, Refused("is not a text file")),
    Case("the old mark of the end", "file.csv", GOOD.encode() + b"\x1a", Read(2, {"ragged": (4,)})),
    Case("a bell in a name", "file.csv", HEADER.encode() + b"ann,2024-01-02,vis\x07it\n" + BEN.encode() * 20, Read(21)),
    Case(
        "colours of a terminal",
        "file.csv",
        HEADER.encode() + b"ann,2024-01-02,\x1b[31mvisit\x1b[0m\n" + BEN.encode() * 20,
        Read(21),
    ),
    text("markup as a name", HEADER + "ann,2024-01-02,<script>alert(1)</script>\n", Read(1)),
    text("a database's command as a name", HEADER + "ann,2024-01-02,'; DROP TABLE events; --\n", Read(1)),
    text("a formula as a name of an event", HEADER + "ann,2024-01-02,=1+1\n", Read(1)),
    text("a path as a customer", HEADER + "../../etc/passwd,2024-01-02,visit\n", Read(1)),
]

CASES = [*ENCODINGS, *SEPARATORS, *ROWS, *HEADERS, *QUOTES, *SIGNS]
