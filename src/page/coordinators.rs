//! To come.

use leptos::prelude::*;

use super::code::fetched;

fetched!(coordinators, |_| ().into_any());
