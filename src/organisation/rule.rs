//! Rules as data: what must hold. [`crate::coverage`] judges them; `docs/rules.md` says what each shape means.

use std::borrow::Cow;

use super::json::{JsonReader, Read};
use super::problem::ProblemKind;
use super::record::{Origin, Record, Unknown, Value, each_ref, read, record, words, write};
use super::refer::{Ref, Roles, Trainings, Units};
use super::risk::MeasureStatus;
use super::unit::UnitKind;
use super::value::{Id, Str, Text};
use super::walk::{Referred, Walk};
use super::work::{ActivityKind, DocumentKind};
use super::write::ObjectWriter;

words! {
    /// How much a rule asks.
    pub enum Severity {
        /// The rule must hold (skall).
        Must = "must",
        /// The rule should hold (bör).
        Should = "should",
    }
}

/// A rule: what must hold, in words, where that is written, and its shape.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Rule<'a> {
    /// Unique among rules; a rule of the file takes the place of a pack's rule with its id.
    pub id: Id<'a>,
    /// What must hold, in words.
    pub text: Option<Text<'a>>,
    /// The sentence it comes from, quoted.
    pub source: Option<Text<'a>>,
    /// How much it asks; absent for `must`.
    pub severity: Option<Severity>,
    /// What the rule checks, by one of the shapes.
    #[cfg_attr(test, schemars(flatten))]
    pub shape: Shape<'a>,
    /// The place of the rule in the file it was read from.
    #[cfg_attr(test, schemars(skip))]
    pub origin: Origin,
    /// Fields the format does not know.
    #[cfg_attr(test, schemars(skip))]
    pub unknown: Unknown<'a>,
}

impl Rule<'_> {
    /// How much it asks.
    pub fn severity(&self) -> Severity {
        self.severity.unwrap_or(Severity::Must)
    }
}

/// Declares the shapes: one line makes a variant, its key, its reading, its writing and its schema.
macro_rules! shapes {
    ($( $(#[$doc:meta])* $variant:ident as $key:literal, )*) => {
        /// What a rule checks: its shape.
        #[derive(Debug, Clone, PartialEq)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub enum Shape<'a> {
            $( $(#[$doc])* #[cfg_attr(test, schemars(rename = $key))] $variant($variant<'a>), )*
        }

        impl<'a> Shape<'a> {
            /// The keys of all shapes, in the order of declaration.
            pub const KEYS: &'static [&'static str] = &[$($key),*];

            /// The key the shape has in a file.
            pub fn key(&self) -> &'static str {
                match self { $(Self::$variant(_) => $key),* }
            }

            /// The shape that `key` names, to be read.
            fn blank(key: &str) -> Option<Self> {
                $( if key == $key { return Some(Self::$variant($variant::blank())); } )*
                None
            }

            pub(crate) fn fields(&self) -> &dyn Record<'a> {
                match self { $(Self::$variant(shape) => shape),* }
            }

            /// What the field at the end of a way that begins with the key of a shape refers to.
            fn referred(way: &[&str]) -> Option<Referred> {
                let (first, rest) = way.split_first()?;
                $( if *first == $key { return <$variant<'_> as Value>::referred(rest); } )*
                None
            }

            fn fields_mut(&mut self) -> &mut dyn Record<'a> {
                match self { $(Self::$variant(shape) => shape),* }
            }
        }
    };
}

shapes! {
    /// There is a unit of this kind.
    Exists as "exists",
    /// Every unit in scope has enough, and not too many, current holders of a role.
    Holders as "holders",
    /// Every holder of a role reports to a holder of another role in the same unit.
    ReportsTo as "reports_to",
    /// Every holder of a role was appointed by someone who held another role in the same unit that day.
    AppointedBy as "appointed_by",
    /// The group has every holder of some roles as a member.
    Members as "members",
    /// The group has a member on behalf of each party.
    Represented as "represented",
    /// Every holder of a role has a valid training.
    Trained as "trained",
    /// Every document of some kinds is within its review date.
    Reviewed as "reviewed",
    /// Each kind of activity happens at least every so many months.
    Done as "done",
    /// Every post of a role has a substitute.
    Substitute as "substitute",
    /// Nobody holds more than so many posts of a role.
    Load as "load",
    /// Every unit in scope has reviewed its risks within so many months.
    Inventoried as "inventoried",
    /// Every measure is done by its day.
    MeasuresOnTime as "measures_on_time",
}

impl<'a> Shape<'a> {
    /// The ids of the roles it names.
    pub fn roles(&self) -> Vec<&str> {
        match self {
            Self::Holders(Holders { of, .. })
            | Self::Substitute(Substitute { of, .. })
            | Self::Load(Load { of, .. }) => {
                vec![of]
            }
            Self::ReportsTo(ReportsTo { who, to: other, .. })
            | Self::AppointedBy(AppointedBy { who, by: other, .. }) => {
                vec![who, other]
            }
            Self::Members(Members { every: roles, .. }) | Self::Trained(Trained { who: roles, .. }) => {
                roles.iter().map(|role| &**role).collect()
            }
            Self::Exists(_)
            | Self::Represented(_)
            | Self::Reviewed(_)
            | Self::Done(_)
            | Self::Inventoried(_)
            | Self::MeasuresOnTime(_) => Vec::new(),
        }
    }

    /// The ids of the units it names.
    pub fn units(&self) -> Vec<&str> {
        let (group, parties) = match self {
            Self::Members(Members { group, .. }) => (group.as_deref(), None),
            Self::Represented(Represented { group, parties, .. }) => (group.as_deref(), parties.as_ref()),
            _ => (None, None),
        };
        let under = self.scope().and_then(|scope| scope.under.as_deref());
        group.into_iter().chain(under).chain(parties.into_iter().flatten().map(|id| &**id)).collect()
    }

    /// Which units it is about, where it says so.
    pub const fn scope(&self) -> Option<&Scope<'a>> {
        match self {
            Self::Holders(Holders { scope, .. })
            | Self::Done(Done { scope, .. })
            | Self::Substitute(Substitute { scope, .. })
            | Self::Inventoried(Inventoried { scope, .. }) => scope.as_ref(),
            _ => None,
        }
    }
}

record! {
    /// Which units a rule is about; every field given must fit.
    pub struct Scope<'a> {
        /// Units of this kind.
        pub kind: Option<UnitKind>,
        /// Units that have all of these tags.
        pub tags: Vec<Str<'a>>,
        /// Units that state at least so many employees.
        pub min_employees: Option<u32>,
        /// Units below the unit with this id, at any depth; not that unit itself.
        pub under: Option<Ref<'a, Units>>,
    }
}

record! {
    /// There is a unit of this kind.
    pub struct Exists<'a> {
        /// The kind of unit that must exist.
        pub kind: UnitKind,
    }
}

record! {
    /// Every unit in scope has from `at_least` to `at_most` current holders of a role.
    pub struct Holders<'a> {
        /// Id of the role.
        pub of: Ref<'a, Roles>,
        /// Which units; absent for all.
        pub scope as "in": Option<Scope<'a>>,
        /// The fewest holders; where neither bound is given, one.
        pub at_least: Option<u32>,
        /// The most holders.
        pub at_most: Option<u32>,
    }
}

record! {
    /// Every current holder of `who` reports to a current holder of `to` in the same unit.
    pub struct ReportsTo<'a> {
        /// Id of the role that reports.
        pub who: Ref<'a, Roles>,
        /// Id of the role reported to.
        pub to: Ref<'a, Roles>,
    }
}

record! {
    /// Every current holder of `who` was appointed by a holder of `by` in the same unit on the first day.
    pub struct AppointedBy<'a> {
        /// Id of the role appointed.
        pub who: Ref<'a, Roles>,
        /// Id of the role that appoints.
        pub by: Ref<'a, Roles>,
    }
}

record! {
    /// The group has every current holder of the roles `every` as a current member.
    pub struct Members<'a> {
        /// Id of the group; absent for every unit of kind `group`.
        pub group: Option<Ref<'a, Units>>,
        /// Ids of the roles.
        pub every: Vec<Ref<'a, Roles>>,
    }
}

record! {
    /// The group has a current member on behalf of each party.
    pub struct Represented<'a> {
        /// Id of the group; absent for every unit of kind `group`.
        pub group: Option<Ref<'a, Units>>,
        /// Ids of the parties; absent for every unit of kind `party`.
        pub parties: Option<Vec<Ref<'a, Units>>>,
    }
}

record! {
    /// Every current holder of a role has taken a training, and not too long ago.
    pub struct Trained<'a> {
        /// Id of the training.
        pub training: Ref<'a, Trainings>,
        /// Ids of the roles; empty for the roles the training itself names.
        pub who: Vec<Ref<'a, Roles>>,
    }
}

record! {
    /// Every document of these kinds is within its review date.
    pub struct Reviewed<'a> {
        /// The kinds; empty for all.
        pub kinds: Vec<DocumentKind>,
    }
}

record! {
    /// Each of these kinds of activity happens at least every so many months, for each unit in scope.
    pub struct Done<'a> {
        /// The kinds of activity.
        pub kinds: Vec<ActivityKind>,
        /// Which units; absent for every unit of kind `group`.
        pub scope as "in": Option<Scope<'a>>,
        /// Months from one to the next, at most.
        pub every_months: u32,
    }
}

record! {
    /// Every unit in scope where the role is held has a current substitute for it.
    pub struct Substitute<'a> {
        /// Id of the role.
        pub of: Ref<'a, Roles>,
        /// Which units; absent for all.
        pub scope as "in": Option<Scope<'a>>,
    }
}

record! {
    /// Nobody holds the role at more than so many units at a time.
    pub struct Load<'a> {
        /// Id of the role.
        pub of: Ref<'a, Roles>,
        /// The most units.
        pub at_most: u32,
    }
}

record! {
    /// Every unit in scope has reviewed the risks of its part of the organisation within so many months.
    pub struct Inventoried<'a> {
        /// Which units; absent for all.
        pub scope as "in": Option<Scope<'a>>,
        /// Months since the review, at most.
        pub every_months: u32,
    }
}

record! {
    /// Every measure that is not given up is done by its day, or its day has not passed.
    pub struct MeasuresOnTime<'a> {
        /// How far the measures have come that it is about; empty for all that are not given up.
        pub statuses: Vec<MeasureStatus>,
    }
}

/// A rule while it is read, with the shapes found so far.
struct RuleReading<'r, 'a> {
    rule: &'r mut Rule<'a>,
    shapes: Vec<Cow<'static, str>>,
    usable: bool,
}

impl<'a> Record<'a> for Rule<'a> {
    fn keys(&self) -> &'static [&'static str] {
        &["id", "severity", "text", "source"]
    }

    fn required(&self) -> u32 {
        1
    }

    fn referring(&self) -> u32 {
        0
    }

    fn field_mut(&mut self, place: usize) -> &mut dyn Value<'a> {
        match place {
            0 => &mut self.id,
            1 => &mut self.severity,
            2 => &mut self.text,
            _ => &mut self.source,
        }
    }

    fn field(&self, place: usize) -> &dyn Value<'a> {
        match place {
            0 => &self.id,
            1 => &self.severity,
            2 => &self.text,
            _ => &self.source,
        }
    }

    fn origin_mut(&mut self) -> &mut Origin {
        &mut self.origin
    }

    fn unknown(&self) -> &Unknown<'a> {
        &self.unknown
    }

    fn unknown_mut(&mut self) -> &mut Unknown<'a> {
        &mut self.unknown
    }

    fn write_other(&self, object: &mut ObjectWriter<'_>) {
        write(self.shape.fields(), object.key(self.shape.key()));
    }
}

impl<'a> Record<'a> for RuleReading<'_, 'a> {
    fn keys(&self) -> &'static [&'static str] {
        self.rule.keys()
    }

    fn required(&self) -> u32 {
        self.rule.required()
    }

    fn referring(&self) -> u32 {
        0
    }

    fn field_mut(&mut self, place: usize) -> &mut dyn Value<'a> {
        self.rule.field_mut(place)
    }

    fn field(&self, place: usize) -> &dyn Value<'a> {
        self.rule.field(place)
    }

    fn origin_mut(&mut self) -> &mut Origin {
        self.rule.origin_mut()
    }

    fn unknown(&self) -> &Unknown<'a> {
        self.rule.unknown()
    }

    fn unknown_mut(&mut self) -> &mut Unknown<'a> {
        self.rule.unknown_mut()
    }

    fn read_other(&mut self, reader: &mut JsonReader<'a>, key: Cow<'a, str>) -> Read {
        let Some(mut shape) = Shape::blank(&key) else { return self.rule.unknown.keep(reader, key) };
        self.usable = read(shape.fields_mut(), reader)?;
        self.shapes.push(shape.key().into());
        self.rule.shape = shape;
        Ok(true)
    }

    fn check(&mut self, reader: &mut JsonReader<'a>, offset: usize) -> bool {
        if self.shapes.len() == 1 {
            return self.usable;
        }
        reader.note(offset, ProblemKind::RuleShapes { found: std::mem::take(&mut self.shapes) });
        false
    }
}

impl<'a> Value<'a> for Rule<'a> {
    fn blank() -> Self {
        Self {
            id: Id::blank(),
            text: None,
            source: None,
            severity: None,
            shape: Shape::Exists(Exists::blank()),
            origin: Origin::default(),
            unknown: Unknown::default(),
        }
    }

    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        read(&mut RuleReading { rule: self, shapes: Vec::new(), usable: false }, reader)
    }

    fn write(&self, out: &mut String) {
        write(self, out);
    }

    fn may_refer() -> bool {
        true
    }

    fn each_ref(&self, walk: &mut Walk<'_>) {
        walk.step(self.shape.key().into(), &mut |walk| each_ref(self.shape.fields(), walk));
    }

    fn referred(way: &[&str]) -> Option<Referred> {
        Shape::referred(way)
    }
}
