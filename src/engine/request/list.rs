//! How the list of requests is written, and what is made of it.

/// The list of requests. `Name as AskName -> Answer` is a question that can be asked by itself. Those of the first view
/// are an enum of their own as well, and so are those of pages that show what the file says: whoever answers these alone
/// does without the code that reads all the others.
macro_rules! questions {
    (
        first { $($first:tt)* }
        pages { $( $(#[$about:meta])* $family:ident { $($page:tt)* } )* }
        others { $($other:tt)* }
    ) => {
        questions! {
            /// The requests of the first view.
            @wire First: $($first)*
        }
        questions! {
            /// The requests of pages that show what the file says on a day.
            @wire PageRequest: $($($page)*)*
        }
        questions! {
            /// What the page asks.
            @wire Request: $($first)* $($($page)*)* $($other)*
        }
        questions! { @among First first: $($first)* }
        questions! { @among PageRequest page: $($($page)*)* }
        questions! { @place $($first)* $($($page)*)* $($other)* }
        questions! { @ask $($first)* $($($page)*)* $($other)* }

        /// What pages ask together: the code that answers the requests of a family is fetched with the first of them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum PageFamily { $( $(#[$about])* $family, )* }

        impl First {
            /// How many there are of them.
            const COUNT: u32 = questions! { @count $($first)* };
        }

        impl PageFamily {
            /// The families in the order of their requests, each with how many these are.
            const SIZES: &[(Self, u32)] = &[ $( (Self::$family, questions! { @count $($page)* }), )* ];
        }

        questions! { @family $( $family { $($page)* } )* }

        /// The requests of each family as they are read, without the code that reads those of any other.
        pub(in crate::engine) mod families {
            use super::*;

            $( questions! { @read $family: $($page)* } )*
        }
    };
    (@read $family:ident: $(
        $(#[$doc:meta])* $name:ident $(as $ask:ident -> $answer:ty)? $({
            $( $(#[$meta:meta])* $field:ident: $type:ty, )*
        })?;
    )*) => {
        #[derive(Deserialize)]
        #[allow(clippy::enum_variant_names, reason = "requests are called by what they ask for")]
        pub(in crate::engine) enum $family {
            $( $name $({ $( $(#[$meta])* $field: $type, )* })?, )*
        }

        impl From<$family> for PageRequest {
            fn from(read: $family) -> Self {
                match read {
                    $( $family::$name $({ $($field,)* })? => Self::$name $({ $($field,)* })?, )*
                }
            }
        }

        impl FamilyRequest for $family {
            const FAMILY: PageFamily = PageFamily::$family;
        }
    };
    (@family $( $family:ident { $(
        $(#[$doc:meta])* $name:ident $(as $ask:ident -> $answer:ty)? $({ $($fields:tt)* })?;
    )* } )*) => {
        impl PageRequest {
            /// The family of the request.
            pub(super) fn family(&self) -> PageFamily {
                match self {
                    $( $( Self::$name { .. } )|* => PageFamily::$family, )*
                }
            }
        }
    };
    (@count $(
        $(#[$doc:meta])* $name:ident $(as $ask:ident -> $answer:ty)? $({ $($fields:tt)* })?;
    )*) => {
        0 $(+ { let _ = stringify!($name); 1 })*
    };
    (@among $some:ident $as:ident: $(
        $(#[$doc:meta])* $name:ident $(as $ask:ident -> $answer:ty)? $({
            $( $(#[$meta:meta])* $field:ident: $type:ty, )*
        })?;
    )*) => {
        impl Request {
            /// The request as one of these, where it is one.
            pub(super) fn $as(&self) -> Option<$some> {
                match self {
                    $( Self::$name $({ $($field,)* })? => {
                        Some($some::$name $({ $($field: $field.clone(),)* })?)
                    } )*
                    _ => None,
                }
            }
        }
    };
    (@place $( $(#[$doc:meta])* $name:ident $(($kept:ty))? $(as $ask:ident -> $answer:ty)? $({ $($fields:tt)* })?; )*) => {
        /// The requests by place.
        #[allow(dead_code, reason = "not every request is asked by itself")]
        enum RequestPlace { $( $name, )* }
    };
    ($(#[$of:meta])* @wire $all:ident: $(
        $(#[$doc:meta])* $name:ident $(($kept:ty))? $(as $ask:ident -> $answer:ty)? $({
            $( $(#[$meta:meta])* $field:ident: $type:ty, )*
        })?;
    )*) => {
        $(#[$of])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        pub enum $all {
            $( $(#[$doc])* $name $(($kept))? $({ $( $(#[$meta])* $field: $type, )* })?, )*
        }
    };
    (@ask $(#[$doc:meta])* $name:ident as $ask:ident -> $answer:ty $({
        $( $(#[$meta:meta])* $field:ident: $type:ty, )*
    })?; $($rest:tt)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize)]
        pub struct $ask { $( $( $(#[$meta])* pub $field: $type, )* )? }

        impl From<$ask> for Request {
            fn from($ask { $( $( $field, )* )? }: $ask) -> Self {
                Self::$name $({ $( $field, )* })?
            }
        }

        impl EngineQuestion for $ask {
            type Answer = $answer;

            fn bytes(&self) -> Vec<u8> {
                // Plain data of known size: writing it into memory does not fail.
                postcard::to_allocvec(&(RequestPlace::$name as u32, self)).unwrap_or_default()
            }
        }

        questions! { @ask $($rest)* }
    };
    (@ask $(#[$doc:meta])* $name:ident $(($kept:ty))? $({ $($fields:tt)* })?; $($rest:tt)*) => {
        questions! { @ask $($rest)* }
    };
    (@ask) => {};
}

pub(super) use questions;
