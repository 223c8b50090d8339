//! To come.

use leptos::prelude::*;

use super::code::fetched;

fetched!(map, |_| ().into_any());
