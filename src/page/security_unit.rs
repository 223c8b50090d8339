//! To come.

use leptos::prelude::*;

use super::code::fetched;

fetched!(security_unit, |_| ().into_any());
