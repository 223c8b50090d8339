//! To come.

use leptos::prelude::*;

use super::code::fetched;

fetched!(training, |_| ().into_any());
