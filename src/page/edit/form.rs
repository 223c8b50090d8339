//! The forms: of each list the fields a reader can change, in the order they are asked.

use crate::organisation::person::Visibility;
use crate::organisation::risk::{Capability, MeasureStatus, RiskStatus, Treatment};
use crate::organisation::unit::UnitKind;
use crate::organisation::work::{ActivityKind, DocumentKind, Phase, QuestionStatus};

/// A form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    /// Its list.
    pub(super) list: &'static str,
    /// What it asks.
    pub(super) inputs: &'static [Input],
}

/// One thing a form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Input {
    /// The field of the format, with its way where it is inside an object.
    pub(super) field: &'static str,
    /// What is answered.
    pub(super) kind: Kind,
    /// Whether it must be.
    pub(super) must: bool,
}

/// The kinds of answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
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
    /// A day.
    Day,
    /// A number that may have decimals.
    Number,
    /// Yes or nothing.
    Yes,
    /// One of these words of the format.
    Word(&'static [&'static str]),
    /// A role.
    Role,
    /// An item of this list, or of `owners`: a unit or a person.
    One(&'static str),
    /// A person, or a new one.
    Holder,
    /// Departments and companies.
    Units,
    /// Some of these words of the format.
    Words(&'static [&'static str]),
    /// Some roles.
    Roles,
    /// Some external parties.
    Parties,
    /// Some people.
    People,
    /// A list of elements that are each asked these.
    Each(&'static [Input]),
    /// Some risks.
    Risks,
    /// Uncertainty of the whole, or of each axis.
    Uncertainty,
    /// Steps of likelihood, and of consequence in every dimension.
    Effect,
    /// Likelihood, and consequence in every dimension; the field is what they stand under.
    Rating,
}

pub(super) const fn must(field: &'static str, kind: Kind) -> Input {
    Input { field, kind, must: true }
}

pub(super) const fn may(field: &'static str, kind: Kind) -> Input {
    Input { field, kind, must: false }
}

const UNIT: Form = Form {
    list: "units",
    inputs: &[
        must("name", Kind::Languages),
        must("kind", Kind::Word(UnitKind::WORDS)),
        may("parent", Kind::One("units")),
        may("area", Kind::Line),
        may("address", Kind::Line),
        may("employees", Kind::Number),
        may("contact/email", Kind::Email),
        may("contact/phone", Kind::Line),
        may("contact/web", Kind::Line),
        may("tags", Kind::Lines),
    ],
};

const PERSON: Form = Form {
    list: "people",
    inputs: &[
        must("name", Kind::Line),
        may("unit", Kind::One("units")),
        may("email", Kind::Email),
        may("phone", Kind::Line),
    ],
};

const POST: Form = Form {
    list: "assignments",
    inputs: &[
        must("role", Kind::Role),
        must("unit", Kind::One("units")),
        may("person", Kind::Holder),
        may("from", Kind::Day),
        may("until", Kind::Day),
        may("appointed_by", Kind::One("people")),
        may("reports_to", Kind::One("people")),
        may("substitute_for", Kind::One("people")),
        may("on_behalf_of", Kind::One("units")),
    ],
};

const RISK: Form = Form {
    list: "risks",
    inputs: &[
        must("title", Kind::Languages),
        may("scenario", Kind::Line),
        may("units", Kind::Units),
        may("owner", Kind::One("owners")),
        may("", Kind::Rating),
        may("uncertainty", Kind::Uncertainty),
        may("motive", Kind::Long),
        may("current", Kind::Rating),
        may("target", Kind::Rating),
        may("antagonistic", Kind::Yes),
        may("vulnerabilities", Kind::Each(TEXTS)),
        may("dependencies", Kind::Each(TEXTS)),
        may("capability", Kind::Word(Capability::WORDS)),
        may("acceptable_outage", Kind::Number),
        may("treatment", Kind::Word(Treatment::WORDS)),
        may("status", Kind::Word(RiskStatus::WORDS)),
        may("reviewed", Kind::Day),
    ],
};

/// Texts in a list, each in both languages.
const TEXTS: &[Input] = &[must("", Kind::Languages)];

/// What something needs.
const NEEDS: &[Input] = &[must("on", Kind::One("needed")), may("endures", Kind::Number)];

const FUNCTION: Form = Form {
    list: "functions",
    inputs: &[
        must("name", Kind::Languages),
        may("unit", Kind::One("units")),
        may("owner", Kind::One("owners")),
        may("acceptable_outage", Kind::Number),
        may("needs", Kind::Each(NEEDS)),
        may(
            "tasks",
            Kind::Each(&[
                must("name", Kind::Languages),
                may("capability", Kind::Word(Capability::WORDS)),
                may("note", Kind::Languages),
            ]),
        ),
        may("note", Kind::Long),
    ],
};

const DEPENDENCY: Form = Form {
    list: "dependencies",
    inputs: &[
        must("name", Kind::Languages),
        may("supplier", Kind::Line),
        may("needs", Kind::Each(NEEDS)),
        may("note", Kind::Long),
    ],
};

const MEASURE: Form = Form {
    list: "measures",
    inputs: &[
        must("title", Kind::Languages),
        may("owner", Kind::One("owners")),
        may("due", Kind::Day),
        may("status", Kind::Word(MeasureStatus::WORDS)),
        may("done", Kind::Day),
        may("cost", Kind::Number),
        may("risks", Kind::Risks),
        may("effect", Kind::Effect),
        may("effect/note", Kind::Long),
    ],
};

const DOCUMENT: Form = Form {
    list: "documents",
    inputs: &[
        must("title", Kind::Languages),
        must("kind", Kind::Word(DocumentKind::WORDS)),
        may("owner", Kind::One("owners")),
        may("adopted", Kind::Day),
        may("review_by", Kind::Day),
        may("link", Kind::Line),
    ],
};

const ACTIVITY: Form = Form {
    list: "activities",
    inputs: &[
        must("kind", Kind::Word(ActivityKind::WORDS)),
        must("date", Kind::Day),
        may("unit", Kind::One("units")),
        may("role", Kind::Role),
        may("who", Kind::People),
        may("note", Kind::Long),
    ],
};

const COMPLETION: Form = Form {
    list: "completions",
    inputs: &[must("training", Kind::One("trainings")), must("person", Kind::One("people")), must("date", Kind::Day)],
};

const QUESTION: Form = Form {
    list: "questions",
    inputs: &[
        must("about", Kind::Long),
        may("by", Kind::One("people")),
        may("raised", Kind::Day),
        must("status", Kind::Word(QuestionStatus::WORDS)),
        may("event", Kind::Languages),
        may("phase", Kind::Word(Phase::WORDS)),
    ],
};

const ROLE: Form =
    Form { list: "roles", inputs: &[must("name", Kind::Languages), may("contact", Kind::Word(Visibility::WORDS))] };

const TRAINING: Form = Form {
    list: "trainings",
    inputs: &[must("name", Kind::Languages), may("roles", Kind::Roles), may("renewed_after", Kind::Number)],
};

const EXCEPTION: Form = Form {
    list: "exceptions",
    inputs: &[must("reason", Kind::Long), may("who", Kind::One("people")), may("until", Kind::Day)],
};

const EDITION: Form = Form {
    list: "editions",
    inputs: &[must("name", Kind::Languages), must("date", Kind::Day), may("note", Kind::Long)],
};

impl Form {
    /// Another holder for a post.
    pub(super) const REPLACE: Self = Self {
        list: "assignments",
        inputs: &[must("person", Kind::Holder), must("from", Kind::Day), may("until", Kind::Day)],
    };

    /// The form of a list.
    pub(super) fn of(list: &str) -> Self {
        let all = [
            UNIT, PERSON, POST, RISK, MEASURE, FUNCTION, DEPENDENCY, DOCUMENT, ACTIVITY, COMPLETION, ROLE, TRAINING,
            EXCEPTION, QUESTION, EDITION,
        ];
        all.into_iter().find(|form| form.list == list).unwrap_or(Self { list: "", inputs: &[] })
    }
}
