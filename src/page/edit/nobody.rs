//! The question before somebody is saved whose name says that nobody is meant, as an import asks it of a cell.

use leptos::prelude::*;

use super::answers::vacant;
use crate::draft::{FieldValue, Patch};
use crate::organisation::ListName;
use crate::organisation::nobody::says_nobody;
use crate::organisation::value::Language;
use crate::text::nobody;

/// Id of the question, where the focus goes.
pub(super) const ASKED: &str = "asks-nobody";

/// What waits for an answer: a name, and the change that would give it to somebody.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DoubtedName {
    /// The name that says that nobody is meant.
    name: String,
    /// The change as it was asked for.
    patches: Vec<Patch>,
}

impl DoubtedName {
    /// The first name of a change that says that nobody is meant.
    pub(super) fn of(patches: &[Patch]) -> Option<Self> {
        let named = |patch: &Patch| match patch {
            Patch::Add { list: ListName::People, fields } | Patch::Set { list: ListName::People, fields, .. } => {
                let name = fields.iter().find(|(field, _)| field == "name").map(|(_, value)| value.words().to_owned());
                name.filter(|name| says_nobody(name))
            }
            _ => None,
        };
        patches.iter().find_map(named).map(|name| Self { name, patches: patches.to_vec() })
    }

    /// The change that leaves the post vacant instead; none where no post is given to somebody new.
    fn left_vacant(&self) -> Option<Vec<Patch>> {
        let (first, rest) = self.patches.split_first()?;
        let is_given = |(field, value): &(String, FieldValue)| field == "person" && *value == FieldValue::IdOf(0);
        let gives = |patch: &Patch| match patch {
            Patch::Add { fields, .. } | Patch::Set { fields, .. } => fields.iter().any(is_given),
            _ => false,
        };
        if !matches!(first, Patch::Add { list: ListName::People, .. }) || !rest.iter().any(gives) {
            return None;
        }
        let cleared = vacant();
        let mut rest = rest.to_vec();
        for patch in &mut rest {
            let is_set = matches!(patch, Patch::Set { .. });
            if let Patch::Add { fields, .. } | Patch::Set { fields, .. } = patch
                && fields.iter().any(is_given)
            {
                fields.retain(|(field, _)| cleared.iter().all(|(known, _)| known != field));
                if is_set {
                    fields.extend(cleared.clone());
                }
            }
        }
        Some(rest)
    }

    /// The question, with its answers.
    pub(super) fn question(self, carry_out: Callback<Vec<Patch>>, language: Language) -> AnyView {
        let instead = self.left_vacant();
        let said = nobody::asked(&self.name, instead.is_some(), language);
        let vacate = instead.map(|patches| {
            view! {
                <button type="button" class="button button-small" on:click=move |_| carry_out.run(patches.clone())>
                    {nobody::leave_vacant(language)}
                </button>
            }
        });
        let patches = self.patches;
        view! {
            <div class="form-problem" id=ASKED role="alert">
                <p>{said}</p>
                <p class="actions">
                    {vacate}
                    <button type="button" class="button button-small" on:click=move |_| carry_out.run(patches.clone())>
                        {nobody::is_a_name(language)}
                    </button>
                </p>
            </div>
        }
        .into_any()
    }
}
