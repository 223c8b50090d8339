//! To come.

use leptos::prelude::*;

use super::code::fetched;

fetched!(group, |_| ().into_any());
