//! To come.

use leptos::prelude::*;

use super::code::fetched;

fetched!(year, |_| ().into_any());
