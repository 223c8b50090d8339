//! To come.

use leptos::prelude::*;

use super::code::fetched;

fetched!(forecast, |_| ().into_any());
