//! How a group of reasons is declared, so that its word and its fields in the verdict are said where it is.

use super::seen::{NamedItem, PostSeen};
use crate::organisation::record::Value;
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Date;
use crate::organisation::write::{ObjectWriter, json, write_list};

/// Declares a group of reasons, each with its word in the verdict. A field is written under its own name.
macro_rules! reasons {
    (
        $(#[$doc:meta])*
        pub enum $name:ident { $(
            $(#[$reason_doc:meta])*
            $reason:ident = $word:literal $({ $( $(#[$field_doc:meta])* $field:ident: $type:ty, )* })?,
        )* }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum $name { $(
            $(#[$reason_doc])*
            $reason $({ $( $(#[$field_doc])* $field: $type, )* })?,
        )* }

        impl $name {
            /// The word that the verdict writes for it.
            pub(super) fn kind(&self) -> &'static str {
                match self { $( Self::$reason { .. } => $word, )* }
            }

            /// What was found, each field under its own name.
            pub(super) fn write_fields(&self, fields: &mut $crate::coverage::because::group::JsonFields) {
                match self { $(
                    Self::$reason $({ $($field),* })? => { $($( fields.put(stringify!($field), $field); )*)? }
                )* }
            }
        }
    };
}
pub(super) use reasons;

/// Something of a reason as the verdict writes it: what the file has is named by its id.
pub(super) trait InVerdict {
    /// The value as the verdict writes it: JSON.
    fn written(&self) -> String;
}

impl InVerdict for NamedItem {
    fn written(&self) -> String {
        json(&&*self.id)
    }
}

impl<T: InVerdict> InVerdict for Vec<T> {
    fn written(&self) -> String {
        let mut list = String::new();
        write_list(self, &mut list, |item, out| out.push_str(&item.written()));
        list
    }
}

impl InVerdict for PostSeen {
    fn written(&self) -> String {
        let mut fields = JsonFields::default();
        fields.put("role", &self.role).put("unit", &self.unit).add("standing", &self.standing);
        fields.add_some("person", self.person.as_ref().map(|person| &*person.id).as_ref());
        fields.add_some("from", self.from.as_ref()).add_some("until", self.until.as_ref());
        fields.written()
    }
}

macro_rules! plain {
    ($($type:ty),*) => { $(
        impl InVerdict for $type {
            fn written(&self) -> String {
                json(self)
            }
        }
    )* };
}
plain!(u32, Date, UnitKind);

/// The fields of an object, written, to be sorted by key.
#[derive(Default)]
pub(super) struct JsonFields(Vec<(&'static str, String)>);

impl JsonFields {
    pub(super) fn put(&mut self, key: &'static str, value: &impl InVerdict) -> &mut Self {
        self.put_written(key, value.written())
    }

    pub(super) fn put_written(&mut self, key: &'static str, value: String) -> &mut Self {
        self.0.push((key, value));
        self
    }

    pub(super) fn add(&mut self, key: &'static str, value: &dyn Value<'_>) -> &mut Self {
        self.put_written(key, json(value))
    }

    pub(super) fn add_some<'a>(&mut self, key: &'static str, value: Option<&impl Value<'a>>) -> &mut Self {
        if let Some(value) = value {
            self.add(key, value);
        }
        self
    }

    pub(super) fn written(mut self) -> String {
        sort::by_key(&mut self.0, |(key, _)| *key);
        let mut out = String::new();
        let mut object = ObjectWriter::new(&mut out);
        for (key, value) in self.0 {
            object.key(key).push_str(&value);
        }
        object.end();
        out
    }
}
