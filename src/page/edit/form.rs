//! The forms: of each list the fields a reader can change, in the order they are asked.

use crate::draft::FieldValue;
use crate::engine::view::ItemView;
use crate::organisation::ListName;
use crate::organisation::person::{MEMBER, Visibility};
use crate::organisation::risk::{Capability, MeasureStatus, RiskStatus, Treatment};
use crate::organisation::unit::UnitKind;
use crate::organisation::work::{ActivityKind, DocumentKind, Phase, QuestionStatus};
use crate::page::session::OpenForm;

/// A form for an item of a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct EditForm {
    /// The list of the form.
    pub(super) list: ListName,
    /// What the form asks.
    pub(super) inputs: &'static [Input],
}

/// One thing a form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Input {
    /// The field of the format, with its way where it is inside an object.
    pub(super) field: &'static str,
    /// The kind of answer.
    pub(super) kind: InputKind,
    /// Whether the field must be filled in.
    pub(super) must: bool,
}

/// The kinds of answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InputKind {
    /// A line of text.
    Line,
    /// An e-mail address.
    Email,
    /// A line of text per language.
    Languages,
    /// A longer text per language.
    Long,
    /// Words or sentences, one a line.
    Lines,
    /// A day, chosen from a calendar.
    Day,
    /// A number that may have decimals.
    Number,
    /// Yes or nothing.
    Yes,
    /// One of these words of the format.
    Word(&'static [&'static str]),
    /// One role of those there are.
    Role,
    /// One of what the field refers to.
    One,
    /// A unit that is a group.
    Group,
    /// A person, or a new one.
    Holder,
    /// Some of these words of the format.
    Words(&'static [&'static str]),
    /// Several roles of those there are.
    Roles,
    /// Some external parties.
    Parties,
    /// A list of elements that are each asked these inputs.
    Each(&'static [Input]),
    /// Some of what the field refers to.
    Several,
    /// Uncertainty of the whole, or of each axis.
    Uncertainty,
    /// Steps of likelihood, and of consequence in every dimension.
    Effect,
    /// Likelihood, and consequence in every dimension; the field is what they stand under.
    Rating,
    /// Likelihood of the judgement itself.
    Likelihood,
    /// Consequence of the judgement itself, in every dimension.
    Consequence,
    /// What follows belongs to the next step of the form.
    Step(FormStep),
}

/// The steps of a long form after its first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FormStep {
    /// How likely it is.
    Likely,
    /// How bad it would be.
    Bad,
    /// What is done about the risk.
    Done,
}

pub(super) const fn must(field: &'static str, kind: InputKind) -> Input {
    Input { field, kind, must: true }
}

pub(super) const fn may(field: &'static str, kind: InputKind) -> Input {
    Input { field, kind, must: false }
}

const UNIT: EditForm = EditForm {
    list: ListName::Units,
    inputs: &[
        must("name", InputKind::Languages),
        must("kind", InputKind::Word(UnitKind::WORDS)),
        may("parent", InputKind::One),
        may("area", InputKind::Line),
        may("address", InputKind::Line),
        may("employees", InputKind::Number),
        may("contact/email", InputKind::Email),
        may("contact/phone", InputKind::Line),
        may("contact/web", InputKind::Line),
        may("tags", InputKind::Lines),
    ],
};

const PERSON: EditForm = EditForm {
    list: ListName::People,
    inputs: &[
        must("name", InputKind::Line),
        may("unit", InputKind::One),
        may("email", InputKind::Email),
        may("phone", InputKind::Line),
    ],
};

const POST: EditForm = EditForm {
    list: ListName::Assignments,
    inputs: &[
        must("role", InputKind::Role),
        must("unit", InputKind::One),
        may("person", InputKind::Holder),
        may("from", InputKind::Day),
        may("until", InputKind::Day),
        may("appointed_by", InputKind::One),
        may("reports_to", InputKind::One),
        may("substitute_for", InputKind::One),
        may("on_behalf_of", InputKind::One),
    ],
};

const RISK: EditForm = EditForm {
    list: ListName::Risks,
    inputs: &[
        must("title", InputKind::Languages),
        may("scenario", InputKind::Line),
        may("units", InputKind::Several),
        may("owner", InputKind::One),
        may("antagonistic", InputKind::Yes),
        may("", InputKind::Step(FormStep::Likely)),
        may("", InputKind::Likelihood),
        may("", InputKind::Step(FormStep::Bad)),
        may("", InputKind::Consequence),
        may("uncertainty", InputKind::Uncertainty),
        may("motive", InputKind::Long),
        may("vulnerabilities", InputKind::Each(TEXTS)),
        may("dependencies", InputKind::Each(TEXTS)),
        may("capability", InputKind::Word(Capability::WORDS)),
        may("acceptable_outage", InputKind::Number),
        may("", InputKind::Step(FormStep::Done)),
        may("treatment", InputKind::Word(Treatment::WORDS)),
        may("status", InputKind::Word(RiskStatus::WORDS)),
        may("reviewed", InputKind::Day),
        may("current", InputKind::Rating),
        may("target", InputKind::Rating),
    ],
};

/// Texts in a list, each in both languages.
const TEXTS: &[Input] = &[must("", InputKind::Languages)];

/// What something needs.
const NEEDS: &[Input] = &[must("on", InputKind::One), may("endures", InputKind::Number)];

const FUNCTION: EditForm = EditForm {
    list: ListName::Functions,
    inputs: &[
        must("name", InputKind::Languages),
        may("unit", InputKind::One),
        may("owner", InputKind::One),
        may("acceptable_outage", InputKind::Number),
        may("needs", InputKind::Each(NEEDS)),
        may(
            "tasks",
            InputKind::Each(&[
                must("name", InputKind::Languages),
                may("capability", InputKind::Word(Capability::WORDS)),
                may("note", InputKind::Languages),
            ]),
        ),
        may("note", InputKind::Long),
    ],
};

const DEPENDENCY: EditForm = EditForm {
    list: ListName::Dependencies,
    inputs: &[
        must("name", InputKind::Languages),
        may("supplier", InputKind::Line),
        may("needs", InputKind::Each(NEEDS)),
        may("note", InputKind::Long),
    ],
};

const MEASURE: EditForm = EditForm {
    list: ListName::Measures,
    inputs: &[
        must("title", InputKind::Languages),
        may("owner", InputKind::One),
        may("due", InputKind::Day),
        may("status", InputKind::Word(MeasureStatus::WORDS)),
        may("done", InputKind::Day),
        may("cost", InputKind::Number),
        may("risks", InputKind::Several),
        may("effect", InputKind::Effect),
        may("effect/note", InputKind::Long),
    ],
};

const DOCUMENT: EditForm = EditForm {
    list: ListName::Documents,
    inputs: &[
        must("title", InputKind::Languages),
        must("kind", InputKind::Word(DocumentKind::WORDS)),
        may("owner", InputKind::One),
        may("adopted", InputKind::Day),
        may("review_by", InputKind::Day),
        may("link", InputKind::Line),
    ],
};

const ACTIVITY: EditForm = EditForm {
    list: ListName::Activities,
    inputs: &[
        must("kind", InputKind::Word(ActivityKind::WORDS)),
        must("date", InputKind::Day),
        may("unit", InputKind::One),
        may("role", InputKind::Role),
        may("who", InputKind::Several),
        may("note", InputKind::Long),
    ],
};

const COMPLETION: EditForm = EditForm {
    list: ListName::Completions,
    inputs: &[must("training", InputKind::One), must("person", InputKind::One), must("date", InputKind::Day)],
};

const QUESTION: EditForm = EditForm {
    list: ListName::Questions,
    inputs: &[
        must("about", InputKind::Long),
        may("by", InputKind::One),
        may("raised", InputKind::Day),
        must("status", InputKind::Word(QuestionStatus::WORDS)),
        may("event", InputKind::Languages),
        may("phase", InputKind::Word(Phase::WORDS)),
    ],
};

const ROLE: EditForm = EditForm {
    list: ListName::Roles,
    inputs: &[must("name", InputKind::Languages), may("contact", InputKind::Word(Visibility::WORDS))],
};

const TRAINING: EditForm = EditForm {
    list: ListName::Trainings,
    inputs: &[
        must("name", InputKind::Languages),
        may("roles", InputKind::Roles),
        may("renewed_after", InputKind::Number),
    ],
};

const EXCEPTION: EditForm = EditForm {
    list: ListName::Exceptions,
    inputs: &[must("reason", InputKind::Long), may("who", InputKind::One), may("until", InputKind::Day)],
};

/// What a binding rule asks for is accepted for a time only, and by somebody.
const BOUND_EXCEPTION: EditForm = EditForm {
    list: ListName::Exceptions,
    inputs: &[must("reason", InputKind::Long), must("who", InputKind::One), must("until", InputKind::Day)],
};

/// A holder for a post: who, for how long, and who stands over them.
const FILL: EditForm = EditForm {
    list: ListName::Assignments,
    inputs: &[
        must("person", InputKind::Holder),
        must("from", InputKind::Day),
        may("until", InputKind::Day),
        may("appointed_by", InputKind::One),
        may("reports_to", InputKind::One),
    ],
};

/// A holder for a seat in a group, or somebody who stands in for another.
const FILL_SEAT: EditForm = EditForm {
    list: ListName::Assignments,
    inputs: &[must("person", InputKind::Holder), must("from", InputKind::Day), may("until", InputKind::Day)],
};

const EDITION: EditForm = EditForm {
    list: ListName::Editions,
    inputs: &[must("name", InputKind::Languages), must("date", InputKind::Day), may("note", InputKind::Long)],
};

/// That an edition was adopted.
const ADOPTION: EditForm = EditForm {
    list: ListName::History,
    inputs: &[
        must("adopted/by", InputKind::Line),
        must("adopted/date", InputKind::Day),
        may("adopted/minutes", InputKind::Line),
    ],
};

impl EditForm {
    /// The form of what is edited.
    pub(super) fn for_editing(editing: &OpenForm, item: &ItemView) -> Self {
        let is_seat = item.value("substitute_for") != FieldValue::Nothing || item.value("role").words() == MEMBER;
        match editing {
            OpenForm::Accept { bound: true, .. } | OpenForm::Renew { bound: true, .. } => BOUND_EXCEPTION,
            OpenForm::Fill { .. } | OpenForm::Replace { .. } => {
                if is_seat {
                    FILL_SEAT
                } else {
                    FILL
                }
            }
            editing => Self::of(editing.list()),
        }
    }

    /// The form of a list.
    pub(super) fn of(list: ListName) -> Self {
        let all = [
            UNIT, PERSON, POST, RISK, MEASURE, FUNCTION, DEPENDENCY, DOCUMENT, ACTIVITY, COMPLETION, ROLE, TRAINING,
            EXCEPTION, QUESTION, EDITION, ADOPTION,
        ];
        all.into_iter().find(|form| form.list == list).unwrap_or(Self { list, inputs: &[] })
    }
}
