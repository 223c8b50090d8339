//! To come.

use leptos::prelude::*;

use super::code::fetched;

fetched!(representatives, |_| ().into_any());
