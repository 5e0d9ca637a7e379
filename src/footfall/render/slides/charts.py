"""The emotion curve as a native chart whose numbers open in a spreadsheet."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from footfall.render.slides.deck import Curves, Series

EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWN = ("ink-2", "opportunities", "thoughts", "emotion", "touchpoints")  # colours of drawn curves
SMALL = 12


def chart_data(curves: Curves) -> Any:
    """Steps under their stages, and a value for each; names that a formula could hide in are not written here."""
    from pptx.chart.data import CategoryChartData

    data = CategoryChartData(number_format="General")
    for stage, steps in curves.stages:
        group = data.add_category(stage)
        for step in steps:
            group.add_sub_category(step)
    for one in curves.series:
        data.add_series(one.name, one.values)
    return data


def dress(chart: Any, curves: Curves, tokens: Mapping[str, str]) -> None:
    """Its axes, lines, words and intervals, and the spreadsheet behind it."""
    from pptx.enum.chart import XL_LEGEND_POSITION

    chart.part.chart_workbook.update_from_xlsx_blob(workbook(curves))
    chart.font.size = _points(SMALL)
    chart.font.color.rgb = _rgb("ink-2", tokens)
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    if curves.bridged:
        chart._chartSpace.find(f".//{{{CHART}}}dispBlanksAs").set("val", "span")
    _dress_axes(chart, tokens)
    for place, (plotted, one) in enumerate(zip(chart.plots[0].series, curves.series, strict=True)):
        _dress_series(plotted, one, "accent" if one.measured else DRAWN[place % len(DRAWN)], tokens)


def workbook(curves: Curves) -> bytes:
    """The numbers as python-pptx refers to them, with every text written as text."""
    from xlsxwriter import Workbook

    kept = io.BytesIO()
    book = Workbook(kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": EPOCH})
    sheet = book.add_worksheet()
    row = 1
    for stage, steps in curves.stages:
        sheet.write_string(row, 0, stage)
        for step in steps:
            sheet.write_string(row, 1, step)
            row += 1
    for column, one in enumerate(curves.series, 2):
        sheet.write_string(0, column, one.name)
        for place, value in enumerate(one.values, 1):
            if value is not None:
                sheet.write_number(place, column, value)
    book.close()
    return kept.getvalue()


def _dress_axes(chart: Any, tokens: Mapping[str, str]) -> None:
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK

    values, steps = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale, values.major_unit = -2, 2, 1
    values.major_gridlines.format.line.color.rgb = _rgb("line", tokens)
    values.format.line.fill.background()
    values.tick_labels.number_format = "+0;\u22120;0"
    values.tick_labels.number_format_is_linked = False
    values.major_tick_mark = XL_TICK_MARK.NONE
    steps.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    steps.format.line.color.rgb = _rgb("line-2", tokens)
    steps.major_tick_mark = XL_TICK_MARK.NONE


def _dress_series(plotted: Any, one: Series, token: str, tokens: Mapping[str, str]) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.enum.dml import MSO_LINE

    plotted.smooth = True
    plotted.format.line.color.rgb = _rgb(token, tokens)
    plotted.format.line.width = _points(2.25 if one.measured else 1.75)
    if not one.measured:
        plotted.format.line.dash_style = MSO_LINE.DASH
    plotted.marker.style = XL_MARKER_STYLE.CIRCLE
    plotted.marker.size = 8
    plotted.marker.format.fill.solid()
    plotted.marker.format.fill.fore_color.rgb = _rgb(token if one.measured else "surface", tokens)
    plotted.marker.format.line.color.rgb = _rgb(token, tokens)
    _write_words(plotted, one, token, tokens)
    if any(one.above) or any(one.below):
        _add_intervals(plotted, one, tokens[token].lstrip("#"))


def _write_words(plotted: Any, one: Series, token: str, tokens: Mapping[str, str]) -> None:
    """The feeling above each drawn point, and the number below each measured one."""
    from pptx.enum.chart import XL_LABEL_POSITION

    for place, (value, word) in enumerate(zip(one.values, one.words, strict=True)):
        if value is not None and word:
            label = plotted.points[place].data_label
            label.position = XL_LABEL_POSITION.RIGHT if one.measured else XL_LABEL_POSITION.ABOVE
            frame = label.text_frame
            frame.text = word[:40]
            frame.paragraphs[0].font.size = _points(SMALL)
            frame.paragraphs[0].font.color.rgb = _rgb(token, tokens)


def _add_intervals(plotted: Any, one: Series, colour: str) -> None:
    """Bars from the lower to the upper end of each interval."""
    from pptx.oxml import parse_xml

    ends = f"<c:plus>{_numbers(one.above)}</c:plus><c:minus>{_numbers(one.below)}</c:minus>"
    line = f'<a:ln w="12700"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln>'
    element = parse_xml(
        f'<c:errBars xmlns:c="{CHART}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"{ends}<c:spPr>{line}</c:spPr></c:errBars>"
    )
    plotted._element.find(f"{{{CHART}}}cat").addprevious(element)


def _numbers(values: Sequence[float]) -> str:
    points = "".join(f'<c:pt idx="{place}"><c:v>{value:g}</c:v></c:pt>' for place, value in enumerate(values))
    return f'<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numLit>'


def _points(size: float) -> Any:
    from pptx.util import Pt

    return Pt(size)


def _rgb(token: str, tokens: Mapping[str, str]) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(tokens[token].lstrip("#"))
