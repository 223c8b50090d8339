//! Roles by name.

use serde::{Deserialize, Serialize};

use crate::engine::look::ViewContext;
use crate::organisation::value::{Label, Text};

/// A role, built in or of the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RoleView {
    /// The id of the role.
    pub id: String,
    /// What the file calls it; absent for a built-in one it does not rename.
    pub name: Option<Label>,
}

impl RoleView {
    pub(in crate::engine) fn new(look: ViewContext<'_>, id: &str) -> Self {
        let role = look.organisation.roles.iter().find(|role| *role.id == *id);
        Self { id: id.to_owned(), name: role.map(|role| Text::label(&role.name)) }
    }
}
