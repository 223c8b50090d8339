//! To come.

use leptos::prelude::*;

use super::code::fetched;

fetched!(contact, |_| ().into_any());
