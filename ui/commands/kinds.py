"""What the templates do for a text: last year's renewed, a model kept, parts and phrases shown."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from app.document.model import Details, Document, Span
from app.errors import AppError
from ui.dialogs.ask import Option
from ui.dialogs.frame import TITLE_BAR
from ui.kind_guide import KindGuide
from ui.menus import Later
from ui.slot_choices import SlotChoices
from ui.slot_filling import SlotFilling

if TYPE_CHECKING:
    from app.kinds import Kind
    from app.rollover import Proposal
    from ui.dialogs.renewal import RenewalDialog
    from ui.window import Window

_PAUSE = 350  # milliseconds of quiet before guide and proposals follow the text
_TITLE = "写作提示"


class KindCommands(QObject):
    """The panel 写作提示, 旧稿翻新 and 提取模板 of one window."""

    def __init__(self, window: Window) -> None:
        """Add the panel to the window's tabs; editor, session and tabs must be there."""
        super().__init__(window)
        self._window = window
        self._kind: Kind | None = None
        self.renewal: RenewalDialog | None = None
        self._taken: tuple[Details, int] | None = None  # before the last renewal; its revision
        self.guide = KindGuide(window.workplace.colors)
        window.tabs.addTab(self.guide, _TITLE)
        self.guide.place_chosen.connect(self._show_part)
        self.guide.insert_wished.connect(self._insert)
        self.guide.kind_wished.connect(self._choose_kind)
        self._filling = SlotFilling(window.editor)  # before the choices, whose Enter comes first
        self._filling.filled.connect(self._fill_everywhere)
        self._filling.passed.connect(Later(window, "writing.next_slot", 1))
        self.choices = SlotChoices(window.editor, self._choices_at)
        self.choices.taken.connect(self._fill_slot)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.follow)
        window.editor.edited.connect(self._timer.start)
        window.editor.bridge.replaced.connect(self._put_away)
        window.session.details_changed.connect(self._timer.start)
        window.tabs.currentChanged.connect(self._timer.start)
        window.workplace.settings_changed.connect(self._use)

    @property
    def kind(self) -> Kind | None:
        """The kind of the document, None where it has none or its template cannot be read."""
        wanted = self._window.session.details.kind
        if wanted is None:
            return None
        if self._kind is None or self._kind.id != wanted:
            from app import kinds

            try:
                self._kind = kinds.load(wanted, self._own)
            except AppError as error:
                self._window.say(str(error))
                self._kind = None
        return self._kind

    @property
    def filling(self) -> bool:
        """Whether a value is being written over a slot in the text."""
        return self._filling.writing

    @property
    def _own(self) -> Path:
        return self._window.workplace.folders.data / "kinds"

    # The guide.

    def show_guide(self) -> None:
        """Go to the parts and phrases of the kind."""
        window = self._window
        window.right.setVisible(True)
        window.tabs.setCurrentWidget(self.guide)
        self.follow()
        self.guide.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow(self) -> None:
        """Bring the guide, where it is seen, and the open proposals up to date now."""
        self._timer.stop()
        window = self._window
        if window.editor.composing:
            self._timer.start()
            return
        if self.renewal is not None:
            self.renewal.show_text(window.session.document())
        if window.tabs.currentWidget() is not self.guide or self.guide.isHidden():
            return
        kind = self.kind
        if kind is None:
            self.guide.show_nothing()
            return
        from app import kinds

        document = window.session.document()
        standing = kinds.standing(kind, document)
        misplaced = {found.part.id for found in kinds.misplaced(kind, document)}
        self.guide.show_kind(kind, kinds.guide(kind), standing, misplaced)

    def _use(self, *_: object) -> None:
        self.guide.set_theme(self._window.workplace.colors)
        self._timer.start()

    def _show_part(self, span: Span) -> None:
        """Show a part, the keys staying in the guide."""
        self._window.editor.show_span(span)

    def _insert(self, text: str) -> None:
        editor = self._window.editor
        editor.insert(text)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_kind(self) -> None:
        self._window.view.to_fields()
        self._window.fields.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    # The values of a slot.

    def _choices_at(self, caret: Span) -> tuple[Span, Sequence[str]] | None:
        from app import kinds

        block = self._window.editor.bridge.block(caret.block)
        if "【" not in block.text:
            return None
        for slot in kinds.slots(Document((block,))):
            inside = slot.span.start <= caret.start and caret.end <= slot.span.end
            edge = caret.start == caret.end and caret.start in (slot.span.start, slot.span.end)
            if inside and not edge:
                values = kinds.choices_of(slot, self.kind)
                span = Span(caret.block, slot.span.start, slot.span.end)
                return (span, values) if values else None
        return None

    def _fill_slot(self, span: Span, value: str) -> None:
        """Put a value into a slot; where the kind has a field of its name, into all of them."""
        from app import kinds

        window, kind = self._window, self.kind
        text = window.editor.bridge.block(span.block).text[span.start : span.end]
        name = text.strip("【】").replace(":", "：").partition("：")[0].strip()
        window.editor.show_span(span)
        if kind is not None and any(field.name == name for field in kind.fields):
            window.set_field(name, value)
        else:
            document = window.session.document()
            window.editor.apply(kinds.fill(document, {name: value}))
        window.writing.next_slot(1)

    def _fill_everywhere(self, name: str, value: str) -> None:
        """Put what was written over one slot into the others of its name, as a step of its own."""
        from app import kinds

        window, kind = self._window, self.kind
        document, caret = window.session.document(), window.editor.caret()
        others = [slot.span for slot in kinds.slots(document) if slot.name == name]
        known = kind is not None and any(field.name == name for field in kind.fields)
        if not others and not known:
            return
        window.set_field(name, value)
        if others:
            window.say(f"“{name}”的另外 {len(others)} 处也已填好。按 Ctrl+Z 撤销。")
        if caret in others:
            window.writing.next_slot(1)

    def name_slot(self) -> None:
        """Make the XX, ____ or 某某 at the caret, else the next one, a slot with a name."""
        from app import kinds

        window, ask = self._window, self._window.workplace.ask
        document, caret = window.session.document(), window.editor.caret()
        here = (caret.block, caret.start)
        unnamed = [slot.span for slot in kinds.slots(document) if not slot.name]
        ahead = [span for span in unnamed if (span.block, span.end) >= here]
        if not unnamed:
            window.say("没有还没命名的待填项。")
            return
        span = (ahead or unnamed)[0]
        window.editor.show_span(span)
        shown = document.slice(span).strip() or "空括号"
        title, label = "给待填项命名", f"“{shown}”这里要填什么？例如：单位、姓名、金额"
        name = _slot_name(ask.text(window, title, label) or "")
        if not name:
            return
        one = kinds.name_slot(document, span, name, everywhere=False)
        every = kinds.name_slot(document, span, name, everywhere=True)
        if len(every) > len(one):
            text = f"全文同样写法的待填项有 {len(every)} 处。"
            options = [Option("all", "全部命名", default=True), Option("one", "只改这一处")]
            answer = ask.choose(window, f"都改成“{name}”吗？", text, options)
            if answer is None:
                return
            one = every if answer == "all" else one
        window.editor.apply(one)

    # Last year's text.

    def roll_over(self) -> None:
        """Propose what turns last year's text into this year's, beside the text."""
        from ui.dialogs.renewal import RenewalDialog

        window = self._window
        if self.renewal is None:
            dialog = RenewalDialog(window.session.document(), window.workplace.colors, window)
            dialog.place_chosen.connect(window.editor.show_span)
            dialog.text_wished.connect(self._to_text)
            dialog.taking_wished.connect(self.follow)
            dialog.taken.connect(self._take)
            dialog.finished.connect(self._forget)
            corner = window.mapToGlobal(window.rect().topRight())
            lowest = window.screen().availableGeometry().bottom() - dialog.height() - TITLE_BAR
            dialog.move(corner.x() - dialog.width() - 12, max(min(corner.y() + 84, lowest), 0))
            self.renewal = dialog
        self.renewal.show()
        self.renewal.raise_()
        self.renewal.activateWindow()

    def _take(self, chosen: Sequence[Proposal], year: int, with_fields: bool) -> None:  # noqa: FBT001  what the signal carries
        """Put the accepted changes in as one step, and say what is left to decide."""
        from app.rollover import accepted, rolled
        from app.rollover.undecided import noted

        window, dialog = self._window, self.renewal
        session, undo = window.session, window.following.details_undo
        before, steps = session.details, undo.steps()
        window.editor.apply(accepted(chosen))
        if with_fields:
            session.set_details(rolled(session.details, year))
        self.follow()
        left = [row.proposal for row in dialog.rows()] if dialog is not None else []
        open_ = [one for one in left if not one.certain]  # a certain one was refused
        places = noted(session.document(), open_)
        session.set_details(replace(session.details, undecided=places))
        undo.note(before, steps)
        if dialog is not None and not left:
            dialog.accept()
        rest = f"还有 {len(left)} 处留在列表里" if left else "建议都已处理"
        rest += f"，没有定的 {len(places)} 处在正文和“问题”里标出。" if places else "。"
        self._taken = (before, window.editor.revision)
        window.banner.tell(
            f"改好了 {len(chosen)} 处，合为一步。{rest}", "撤销翻新", self._take_back
        )

    def _take_back(self) -> None:
        """Take the accepted changes back, fields too, unless the text was written on since."""
        window, taken = self._window, self._taken
        if taken is None or window.editor.revision != taken[1]:
            window.say("翻新之后又改过正文，请用“撤销”一步步退回。")
            return
        self._taken = None
        window.editor.undo()
        window.session.set_details(taken[0])
        if self.renewal is not None:
            self.renewal.reject()
            self.roll_over()

    def _to_text(self, *_: object) -> None:
        self._window.activateWindow()
        self._window.editor.setFocus()

    def _put_away(self) -> None:
        """Another document is shown: what was proposed for the last one goes."""
        if self.renewal is not None:
            self.renewal.reject()

    def _forget(self, *_: object) -> None:
        self.renewal = None

    # A model text.

    def extract_template(self) -> None:
        """Keep the text as a template of the user's own, with slots for its particulars."""
        from app import files, kinds
        from app.extract import extract

        window, ask = self._window, self._window.workplace.ask
        document = window.session.document()
        proposed = f"{self.kind.name if self.kind else '文稿'}（自拟）"
        name = (ask.text(window, "提取模板", "给新的文种起个名字：", proposed) or "").strip()
        if not name:
            return
        try:
            text = extract(document, name=name, own=self._own)
            path = self._own / f"{tomllib.loads(text)['id']}.toml"
            self._own.mkdir(parents=True, exist_ok=True)
            files.write(path, text.encode())
            kinds.read_file(path)
        except AppError as error:
            ask.tell_error(window, error)
            return
        for other in window.workplace.windows:
            other.fields.set_kinds(kinds.listing(self._own))
            other.fields.show_details(other.session.details, other.kinds.kind)
        window.banner.tell(
            f"已存为模板“{name}”。新建文稿页的“我的文种”里可以选用；文件在 {path}",
            "去新建页看看",
            window.files.new,
        )


def _slot_name(text: str) -> str:
    """Return what was typed as the name of a slot: without brackets, at most 16 characters."""
    return text.strip(" 【】").translate(str.maketrans("", "", "【】：:\n"))[:16]
