//! To come.

use leptos::prelude::*;

use super::code::fetched;

fetched!(event, |_| ().into_any());
