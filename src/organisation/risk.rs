//! Risks as the municipality has judged them, and the measures against them.

use super::json::{JsonReader, Read};
use super::plain::parse_text;
use super::problem::{Expected, JsonKind};
use super::record::{Value, record, words};
use super::refer::{Matrices, Owners, Ref, Risks, Units};
use super::sort;
use super::value::{Date, Id, Levels, Marking, Str, Text};
use super::write::ObjectWriter;

words! {
    /// How much the judgement can be trusted (the national risk assessment of 2012).
    pub enum Uncertainty {
        /// Massive experience and data.
        Low = "low",
        /// Some experience and data.
        Medium = "medium",
        /// Hardly any experience or data.
        High = "high",
    }
}

words! {
    /// What is done about a risk.
    pub enum Treatment {
        /// Nothing is decided yet.
        Open = "open",
        /// The risk is made smaller.
        Mitigate = "mitigate",
        /// The risk is accepted as it is.
        Accept = "accept",
        /// What causes it is given up.
        Avoid = "avoid",
        /// Someone else carries the risk.
        Transfer = "transfer",
    }
}

words! {
    /// Whether a risk is still watched.
    pub enum RiskStatus {
        /// Being analysed or treated.
        Active = "active",
        /// Watched, nothing more is planned.
        Watched = "watched",
        /// No longer a risk here.
        Closed = "closed",
    }
}

words! {
    /// The ability to handle an event (förmåga).
    pub enum Capability {
        /// No clear shortcomings (ITBP).
        Good = "good",
        /// Uncertain whether there are clear shortcomings (OO).
        Uncertain = "uncertain",
        /// Clear shortcomings (TBP).
        Lacking = "lacking",
    }
}

record! {
    /// A risk: what could happen, where, how likely and how bad.
    pub struct Risk<'a> {
        /// Unique among risks.
        pub id: Id<'a>,
        /// What could happen.
        pub title: Text<'a>,
        /// The kind of scenario, in a free word: `elavbrott`, `skyfall`.
        pub scenario: Option<Str<'a>>,
        /// Ids of the units it concerns.
        pub units: Vec<Ref<'a, Units>>,
        /// Id of the person or unit who answers for it.
        pub owner: Option<Ref<'a, Owners>>,
        /// Id of the matrix it is judged by; absent for the file's first.
        pub matrix: Option<Ref<'a, Matrices>>,
        /// How likely it is: a level, a range of levels, or `not_assessable`. Absent: not rated.
        pub likelihood: Option<Likelihood>,
        /// How bad it would be, per dimension of the matrix. Empty: not rated.
        pub consequence: Dimensions<'a>,
        /// How uncertain the judgement is.
        pub uncertainty: Option<UncertaintyOf<'a>>,
        /// Where the risk stands now, with what has been done.
        pub current: Option<Position<'a>>,
        /// Where the risk should come to stand.
        pub target: Option<Position<'a>>,
        /// Someone means to do it. Such risks stand beside the matrix.
        pub antagonistic: Option<bool>,
        /// Why the levels are what they are.
        pub motive: Option<Text<'a>>,
        /// Why each of them is: by `likelihood` or the name of a dimension.
        pub motives: Motives<'a>,
        /// What makes it worse.
        pub vulnerabilities: Vec<Text<'a>>,
        /// What must work for it not to happen.
        pub dependencies: Vec<Text<'a>>,
        /// The ability to handle the risk.
        pub capability: Option<Capability>,
        /// The longest outage that can be accepted, in hours.
        pub acceptable_outage: Option<f64>,
        /// What is done about the risk.
        pub treatment: Option<Treatment>,
        /// Whether the risk is still watched.
        pub status: Option<RiskStatus>,
        /// The day it was last reviewed.
        pub reviewed: Option<Date>,
        /// Who may see it in an extract.
        pub marking: Marking<'a>,
    }
}

record! {
    /// A position in the matrix.
    pub struct Position<'a> {
        /// A level or a range of levels.
        pub likelihood: Option<Levels>,
        /// Levels per dimension.
        pub consequence: Dimensions<'a>,
    }
}

/// How likely a risk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likelihood {
    /// A level or a range of levels.
    Levels(Levels),
    /// The likelihood has been considered, and cannot be said.
    NotAssessable,
}

/// Uncertainty of the whole judgement, or of each axis apart.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
pub enum UncertaintyOf<'a> {
    /// Of the judgement as a whole.
    Whole(Uncertainty),
    /// Of likelihood and consequence apart.
    Axes(Box<AxisUncertainty<'a>>),
}

record! {
    /// Uncertainty of each axis.
    pub struct AxisUncertainty<'a> {
        /// Uncertainty of the likelihood.
        pub likelihood: Option<Uncertainty>,
        /// Uncertainty of the consequence.
        pub consequence: Option<Uncertainty>,
    }
}

impl UncertaintyOf<'_> {
    /// The greater of the uncertainties.
    pub fn greatest(&self) -> Option<Uncertainty> {
        match self {
            Self::Whole(uncertainty) => Some(*uncertainty),
            Self::Axes(axes) => axes.likelihood.max(axes.consequence),
        }
    }
}

/// Levels per dimension, by the consequence scale's id.
pub type Dimensions<'a> = ByKey<'a, Levels>;

/// Why levels are what they are, by `likelihood` or the consequence scale's id.
pub type Motives<'a> = ByKey<'a, Text<'a>>;

/// Values by a key that the file chooses, in the order written.
#[derive(Debug, Clone, PartialEq)]
pub struct ByKey<'a, T>(pub Vec<(Str<'a>, T)>);

impl<T> ByKey<'_, T> {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
    }
}

impl<T> Default for ByKey<'_, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'a, T: Value<'a>> Value<'a> for ByKey<'a, T> {
    fn blank() -> Self {
        Self::default()
    }

    #[inline(never)]
    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        if reader.peek()? != JsonKind::Object {
            return reader.refuse(Expected::Object);
        }
        let mut usable = true;
        reader.enter()?;
        while let Some(key) = reader.next_key()? {
            let repeated = self.0.iter().any(|(known, _)| *known == key);
            if repeated {
                reader.note_repeated(&key);
            }
            let mut value = T::blank();
            if value.read(reader)? && !repeated {
                self.0.push((key, value));
            } else {
                usable = false;
            }
        }
        Ok(usable)
    }

    fn write(&self, out: &mut String) {
        let mut sorted: Vec<_> = self.0.iter().collect();
        sort::by(&mut sorted, |a, b| a.0.cmp(&b.0));
        let mut object = ObjectWriter::new(out);
        for (key, value) in sorted {
            object.field(key, value);
        }
        object.end();
    }

    fn must_be_there() -> bool {
        false
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}

const NOT_ASSESSABLE: &str = "not_assessable";

impl<'a> Value<'a> for Likelihood {
    fn blank() -> Self {
        Self::NotAssessable
    }

    #[inline(never)]
    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        if reader.peek()? == JsonKind::Text {
            *self = Self::NotAssessable;
            return parse_text(reader, &mut |word| word == NOT_ASSESSABLE, || Expected::LevelOrRange);
        }
        let mut levels = Levels::blank();
        let usable = levels.read(reader)?;
        *self = Self::Levels(levels);
        Ok(usable)
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Levels(levels) => levels.write(out),
            Self::NotAssessable => NOT_ASSESSABLE.write(out),
        }
    }
}

impl<'a> Value<'a> for UncertaintyOf<'a> {
    fn blank() -> Self {
        Self::Whole(Uncertainty::blank())
    }

    #[inline(never)]
    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        if reader.peek()? == JsonKind::Object {
            let mut axes = Box::new(AxisUncertainty::blank());
            let usable = axes.read(reader)?;
            *self = Self::Axes(axes);
            return Ok(usable);
        }
        let mut whole = Uncertainty::blank();
        let usable = whole.read(reader)?;
        *self = Self::Whole(whole);
        Ok(usable)
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Whole(uncertainty) => uncertainty.write(out),
            Self::Axes(axes) => axes.write(out),
        }
    }
}

words! {
    /// How far a measure has come.
    pub enum MeasureStatus {
        /// Proposed, not decided.
        Proposed = "proposed",
        /// Decided, not begun.
        Decided = "decided",
        /// Begun, and not yet done.
        Ongoing = "ongoing",
        /// The measure is carried out.
        Done = "done",
        /// The measure will not be carried out.
        Cancelled = "cancelled",
    }
}

record! {
    /// Something done against one or more risks.
    pub struct Measure<'a> {
        /// Unique among measures.
        pub id: Id<'a>,
        /// What the measure does, as its title.
        pub title: Text<'a>,
        /// Id of the person or unit who answers for it.
        pub owner: Option<Ref<'a, Owners>>,
        /// The last day by which it must be done, included.
        pub due: Option<Date>,
        /// How far it has come.
        pub status: Option<MeasureStatus>,
        /// The day it was done; a measure that is done without a day is done on every day.
        pub done: Option<Date>,
        /// The cost of the measure, in SEK.
        pub cost: Option<f64>,
        /// Ids of the risks it acts on.
        pub risks: Vec<Ref<'a, Risks>>,
        /// The effect that the measure is expected to have.
        pub effect: Option<Effect<'a>>,
        /// Who may see it in an extract.
        pub marking: Marking<'a>,
    }
}

record! {
    /// Steps by which a measure moves the risks it acts on; negative is downwards.
    pub struct Effect<'a> {
        /// Steps of likelihood.
        pub likelihood: Option<i32>,
        /// Steps of consequence, per dimension.
        pub consequence: Dimensions<'a>,
        /// The effect in words of the municipality.
        pub note: Option<Text<'a>>,
    }
}

#[cfg(test)]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{ByKey, Levels, Likelihood};

    impl JsonSchema for Likelihood {
        fn schema_name() -> Cow<'static, str> {
            "Likelihood".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let levels = generator.subschema_for::<Levels>();
            json_schema!({ "anyOf": [levels, { "const": "not_assessable" }] })
        }
    }

    impl<T: JsonSchema> JsonSchema for ByKey<'_, T> {
        fn schema_name() -> Cow<'static, str> {
            format!("{}ByKey", T::schema_name()).into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let value = generator.subschema_for::<T>();
            json_schema!({ "type": "object", "additionalProperties": value })
        }
    }
}
