//! What a form is drawn from, all of it known before any of it is drawn: what came later would move what the reader is about
//! to press, and draw anew what has been typed.

use std::sync::Arc;

use leptos::prelude::*;

use super::form::{EditForm, InputKind};
use super::half_filled;
use crate::draft::FieldValue;
use crate::engine::request::{AskItem, AskMethod, AskUnitName, AskVacancy};
use crate::engine::view::{ItemView, MethodView, UnitRef};
use crate::page::session::{OpenForm, Session};

/// What a form is drawn from.
#[derive(Debug, Clone)]
pub(super) struct FormBasis {
    /// The item as the file has it; of a new one, what is known of it.
    pub(super) item: ItemView,
    /// The unit of the post that is filled; none in other forms, and where the file has no such unit.
    pub(super) unit: Option<UnitRef>,
    /// What levels are asked by; none in forms that ask for none.
    pub(super) method: Option<Arc<MethodView>>,
}

/// The method that the fields of a form around this ask for levels by.
#[derive(Clone)]
pub(super) struct FormMethod(pub(super) Arc<MethodView>);

impl FormBasis {
    /// Asks for all that the form needs. None where the file does not have the item.
    pub(super) async fn found(session: Session, editing: &OpenForm) -> Option<Self> {
        let item = item(session, editing).await?;
        let fills = matches!(editing, OpenForm::Fill { .. } | OpenForm::Replace { .. });
        let unit = match item.value("unit").words() {
            id if fills => session.ask(AskUnitName { id: id.to_owned() }).await,
            _ => None,
        };
        let method = match rated(editing, &begun(session, editing, &item)) {
            Some(question) => session.ask(question).await.map(Arc::new),
            None => None,
        };
        Some(Self { item, unit, method })
    }
}

/// What a form begins with: the item, and on it what had been answered when the form was left.
pub(super) fn begun(session: Session, editing: &OpenForm, item: &ItemView) -> ItemView {
    let answers = half_filled::answers(session, editing).unwrap_or_default();
    let mut begun = item.clone();
    begun.fields.retain(|(field, _)| answers.iter().all(|(answered, _)| answered != field));
    begun.fields.extend(answers);
    begun
}

/// The item that a form is about, as it is: of a post, what is known of who is to hold it.
async fn item(session: Session, editing: &OpenForm) -> Option<ItemView> {
    let list = editing.list();
    let new = |fields| ItemView { list, key: String::new(), fields, referred_by: Vec::new() };
    let key = editing.key().cloned().unwrap_or_default();
    match editing {
        OpenForm::New { preset, .. } | OpenForm::Accept { preset, .. } => Some(new(preset.clone())),
        OpenForm::Rule(_) => Some(new(Vec::new())),
        OpenForm::Fill { preset, .. } => {
            session.ask(AskVacancy { lens: untrack(|| session.lens()), key, fields: preset.clone() }).await
        }
        OpenForm::Replace { .. } => {
            session.ask(AskVacancy { lens: untrack(|| session.lens()), key, fields: Vec::new() }).await
        }
        OpenForm::Item { .. } | OpenForm::Renew { .. } => session.ask(AskItem { list, key }).await,
    }
}

/// Asks for the method that a form asks for levels by, where it asks for any.
fn rated(editing: &OpenForm, begun: &ItemView) -> Option<AskMethod> {
    let inputs = EditForm::for_editing(editing, begun).inputs;
    let asks = |kind: InputKind| inputs.iter().any(|input| input.kind == kind);
    if asks(InputKind::Effect) {
        let FieldValue::Texts(risks) = begun.value("risks") else { return Some(AskMethod { risk: None }) };
        return Some(AskMethod { risk: risks.into_iter().next() });
    }
    let levels = [InputKind::Rating, InputKind::Likelihood, InputKind::Consequence];
    let risk = Some(begun.key.clone()).filter(|id| !id.is_empty());
    levels.into_iter().any(asks).then_some(AskMethod { risk })
}
