//! To come.

use leptos::prelude::*;

use super::code::fetched;

fetched!(rules, |_| ().into_any());
