//! The organisation as its file says it: the types of format 1, reading with all faults told, and writing.
//!
//! A file is read once, front to back ([`mod@json`]), into flat lists of items whose texts are borrowed from the bytes
//! ([`record`] declares the types). [`index`] then gives every id a dense number and resolves the references, which
//! is all that the rooms above work on. What could not be used is kept and told ([`problem`]); [`canonical`] writes
//! everything back.
//!
//! A newcomer may add a field to a `record!`, a word to a `words!`, a list to `lists!`: reading, writing and the schema
//! follow, and the tests say what else wants to know. The reader ([`mod@json`]), the order of problems and their paths are
//! a contract; change them with a case that shows why.

pub mod called;
pub mod canonical;
mod check;
pub mod codec;
pub mod day;
mod decimal;
pub mod edition;
mod escape;
pub mod extract;
pub mod hash;
pub mod head;
pub mod history;
pub mod ids;
pub mod index;
pub mod json;
pub mod letters;
pub mod links;
pub mod lists;
pub mod method;
pub mod nobody;
pub mod number;
pub mod person;
pub mod place;
mod plain;
pub mod problem;
mod read;
pub mod record;
pub mod refer;
pub mod report;
pub mod risk;
pub mod round;
pub mod rule;
#[cfg(test)]
pub(crate) mod schema;
pub mod seek;
pub mod sort;
mod unique;
pub mod unit;
pub mod value;
pub mod vulnerability;
pub mod walk;
pub mod work;
pub mod write;

use std::borrow::Cow;
use std::ops::Deref;

use self::canonical::TopField;
use self::edition::{Edition, Frozen};
use self::history::HistoryEntry;
use self::ids::Ids;
use self::lists::{AnyList, Line};
use self::method::{Matrix, Scale};
use self::person::{Assignment, Person, Role};
use self::problem::{Problem, Problems};
use self::record::{Origin, Value};
use self::report::Profile;
use self::risk::{Measure, Risk};
use self::round::Round;
use self::rule::Rule;
use self::unique::unique;
use self::unit::Unit;
use self::value::{Date, Str, Text};
use self::vulnerability::{Dependency, Function};
use self::walk::Referred;
use self::work::{Activity, Completion, Document, Exception, Question, Training};
use self::write::{compact, json};

pub use self::check::check;
pub use self::index::Index;
pub use self::read::{FORMAT, MOST_BYTES, Unreadable, decode, read, read_carefully};

/// A list of the file: the items that could be used, and the text of those that could not.
#[derive(Debug, Clone, PartialEq)]
pub struct List<'a, T> {
    /// The items, in the order of the file.
    pub items: Vec<T>,
    /// The text of items set aside: kept, and written back, but no part of any verdict.
    pub set_aside: Vec<&'a str>,
    /// Byte offset of its first item, just after the bracket; `None` where the file has no such list.
    pub start: Option<u32>,
}

impl<T> Default for List<'_, T> {
    fn default() -> Self {
        Self { items: Vec::new(), set_aside: Vec::new(), start: None }
    }
}

impl<T> Deref for List<'_, T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.items
    }
}

/// What every item of a list has.
pub trait Item {
    /// The field that holds its id.
    const ID: &'static str;
    /// The place of the item in the file it was read from.
    fn origin(&self) -> Origin;
    /// Tells it where.
    fn set_index(&mut self, index: u32);
    /// The id of the item, where items of its kind have one.
    fn id(&self) -> Option<&str>;
}

/// Declares the lists of the format, in the order they are written.
macro_rules! lists {
    ($( $(#[$doc:meta])* $field:ident as $marker:ident: $type:ident $(by $id:ident)? $([$order:ident])?, )*) => {
        /// A whole file.
        #[derive(Debug, Clone, Default, PartialEq)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub struct Organisation<'a> {
            /// Where the JSON Schema of this format is served, for editors.
            #[cfg_attr(test, schemars(rename = "$schema"))]
            pub schema: Option<Str<'a>>,
            /// The version of the format: 1.
            pub format: Option<u32>,
            /// What the municipality is called.
            pub name: Option<Text<'a>>,
            /// A text shown with the data, such as that its people are invented.
            pub notice: Option<Text<'a>>,
            /// The day the file speaks of, where a reader asks for no other.
            pub as_of: Option<Date>,
            /// Ids of built-in rule packs to apply. A file with neither packs nor rules gets `tyreso-2016`.
            pub packs: Option<Vec<Str<'a>>>,
            /// Of an extract, how it was made.
            #[cfg_attr(test, schemars(with = "Option<extract::Made<'static>>"))]
            pub extract: Option<Frozen<'a>>,
            $( $(#[$doc])* pub $field: List<'a, $type<'a>>, )*
            /// Top-level fields the format does not know, and lists that are no lists, as written.
            #[cfg_attr(test, schemars(skip))]
            pub unknown: Vec<(Cow<'a, str>, &'a str)>,
        }

        /// A list of the format.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum ListName { $( $(#[$doc])* $marker, )* }

        impl ListName {
            /// All of them, in the order they are written.
            pub const ALL: &'static [Self] = &[$(Self::$marker),*];

            /// The name of the list, as the format has it.
            pub const fn name(self) -> &'static str {
                Organisation::LISTS[self as usize]
            }

            /// The list of this name, where the format has one.
            pub fn from_name(name: &str) -> Option<Self> {
                Organisation::LISTS.iter().position(|known| *known == name).map(|place| Self::ALL[place])
            }

            /// The field that holds the id of the list's items; empty where they have none.
            pub const fn id_field(self) -> &'static str {
                match self {
                    $( Self::$marker => <$type<'_> as Item>::ID, )*
                }
            }

            /// Whether the order of the list's items counts.
            pub const fn is_in_order(self) -> bool {
                match self {
                    $( Self::$marker => !lists!(@sorted $($order)?), )*
                }
            }

            /// Reads one item of the list, and writes it as its canonical line.
            pub fn read_line(self, text: &str) -> Result<Line, Vec<Problem>> {
                match self {
                    $( Self::$marker => lists::read_line::<$type<'_>>(text), )*
                }
            }

            /// What the field at the end of a way within its items refers to: `owner`, `members/group`, `needs/on`.
            pub fn referred(self, way: &str) -> Option<Referred> {
                let is_place = |step: &&str| step.bytes().all(|byte| byte.is_ascii_digit());
                let way: Vec<&str> = way.split('/').filter(|step| !is_place(step)).collect();
                match self {
                    $( Self::$marker => <$type<'_> as Value>::referred(&way), )*
                }
            }
        }

        /// The lists as types, for references to say which they lead to.
        pub mod marker {
            use super::refer::Referable;
            use super::walk::Referred;

            $(
                $(#[$doc])*
                #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
                pub enum $marker {}

                impl Referable for $marker {
                    const TO: Referred = Referred::to(&[super::ListName::$marker]);
                }
            )*
        }

        impl<'a> Organisation<'a> {
            /// The names of the lists.
            pub const LISTS: &'static [&'static str] = &[$(stringify!($field)),*];

            /// A list, whatever its items are.
            pub fn items(&self, list: ListName) -> &dyn AnyList {
                match list { $( ListName::$marker => &self.$field, )* }
            }

            /// Enters the ids of every list; items with an id that another has are set aside.
            fn enter_ids(&mut self, text: &'a str, problems: &mut Problems) -> [Ids; ListName::ALL.len()] {
                [$( unique(&mut self.$field, stringify!($field), text, problems) ),*]
            }

            /// The list that `key` names, to be read.
            fn list_mut(&mut self, key: &str) -> Option<&mut dyn read::Items<'a>> {
                $( if key == stringify!($field) { return Some(&mut self.$field); } )*
                None
            }

            /// Of every list its name, the number of items used, and of those set aside.
            pub fn counts(&self) -> Vec<(ListName, usize, usize)> {
                vec![$( (ListName::$marker, self.$field.len(), self.$field.set_aside.len()) ),*]
            }

            fn each_list(&self, each: &mut dyn FnMut(&'static str, Vec<String>)) {
                $(
                    let list = &self.$field;
                    let mut items = list.iter().map(|item| -> &dyn Value<'a> { item });
                    let sorted = lists!(@sorted $($order)?);
                    each(stringify!($field), canonical::lines(&mut items, &list.set_aside, sorted));
                )*
            }
        }

        $( impl Item for $type<'_> {
            const ID: &'static str = lists!(@field $($id)?);
            fn origin(&self) -> Origin {
                self.origin
            }
            fn set_index(&mut self, index: u32) {
                self.origin.index = index;
            }
            fn id(&self) -> Option<&str> {
                lists!(@id self $($id)?)
            }
        } )*
    };
    (@field) => { "" };
    (@field $id:ident) => { stringify!($id) };
    (@id $self:ident) => { None };
    (@id $self:ident $id:ident) => { Some(&$self.$id) };
    (@sorted) => { true };
    (@sorted in_order) => { false };
}

lists! {
    /// The parts of the organisation and the external parties.
    units as Units: Unit by id,
    /// The people who hold, or could hold, posts.
    people as People: Person by id,
    /// Roles besides the built-in ones.
    roles as Roles: Role by id,
    /// Who holds what, where and when.
    assignments as Assignments: Assignment,
    /// What must hold.
    rules as Rules: Rule by id,
    /// Trainings asked of the holders of some roles.
    trainings as Trainings: Training by id,
    /// Who has taken which training.
    completions as Completions: Completion,
    /// Policies, guidelines, routines, analyses and plans.
    documents as Documents: Document by id,
    /// Duties carried out.
    activities as Activities: Activity,
    /// Questions raised to the group.
    questions as Questions: Question by id,
    /// Scales of likelihood and consequence.
    scales as Scales: Scale by id,
    /// Matrices; the first is used where a risk names no other.
    matrices as Matrices: Matrix by id [in_order],
    /// The risks of the register.
    risks as Risks: Risk by id,
    /// Measures against risks.
    measures as Measures: Measure by id,
    /// Vital societal functions.
    functions as Functions: Function by id,
    /// What functions depend on.
    dependencies as Dependencies: Dependency by id,
    /// Analyses as they were adopted, frozen.
    editions as Editions: Edition by id,
    /// Headings of the report.
    profiles as Profiles: Profile by id,
    /// Findings accepted for a time.
    exceptions as Exceptions: Exception by finding,
    /// Exchanges with those who have a part of the file.
    rounds as Rounds: Round by id,
    /// What each saving of the file changed.
    history as History: HistoryEntry,
}

impl Organisation<'_> {
    /// Every top-level field that is there, in canonical order, written.
    fn each_field(&self, each: &mut dyn FnMut(&str, TopField)) {
        let heads = [
            ("$schema", &self.schema as &dyn Value<'_>),
            ("format", &self.format),
            ("name", &self.name),
            ("notice", &self.notice),
            ("as_of", &self.as_of),
            ("packs", &self.packs),
            ("extract", &self.extract),
        ];
        for (key, value) in heads {
            if !value.is_absent() {
                each(key, TopField::Value(json(value)));
            }
        }
        self.each_list(&mut |key, lines| {
            if !lines.is_empty() {
                each(key, TopField::Lines(lines));
            }
        });
        // Of one key the first counts, so those of one key keep their order.
        let mut unknown: Vec<_> = self.unknown.iter().collect();
        sort::by(&mut unknown, |a, b| a.0.cmp(&b.0));
        for (key, raw) in unknown {
            each(key, TopField::Value(compact(raw)));
        }
    }
}
