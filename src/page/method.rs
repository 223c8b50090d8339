//! The method: the matrix with its scales and what to mind about it, changed on the page or for another.
//!
//! Whatever the change, it is a [`MethodProposal`]; what it would do is shown first ([`preview`]), and only then taken.

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

mod advice;
mod form;
mod grid;
mod library;
mod preview;
mod scales;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::advice::AdviceCard;
use self::form::Form;
use self::grid::Grid;
use self::library::Others;
use self::preview::Preview;
use self::scales::{Classes, Scales};
use super::code::fetched;
use super::parts::{Empty, Hero};
use super::route::Route;
use super::session::{FormSlot, Session, use_answer, use_part, use_title};
use crate::browser::dom;
use crate::draft::EditRefusal;
use crate::draft::method::{MethodEdit, MethodProposal};
use crate::engine::lens::Window;
use crate::engine::request::{AskMethods, Request, held};
use crate::engine::view::{MethodEntry, MethodPreview, MethodsView};
use crate::organisation::number::saturating;
use crate::organisation::problem::MatrixCell;
use crate::organisation::value::Language;
use crate::risk::change::Remap;
use crate::text::method::page as text;

fetched!(method, |_| view! { <Method/> }.into_any());

/// The id of the card that says what a change would do.
const CHANGE: &str = "method-change";

/// Risks of a preview that are shown at first, and more each time.
const STEP: u32 = 50;

/// A change being prepared. A handle: its copies are the same one.
#[derive(Clone, Copy)]
struct MethodWork {
    session: Session,
    proposal: RwSignal<Option<MethodProposal>>,
    preview: RwSignal<Option<MethodPreview>>,
    refused: RwSignal<Option<EditRefusal>>,
    /// The form that is open.
    editing: RwSignal<Option<MethodEdit>>,
    /// Cells that are pointed out.
    marked: RwSignal<Vec<MatrixCell>>,
}

impl MethodWork {
    fn new(session: Session) -> Self {
        Self {
            session,
            proposal: RwSignal::new(None),
            preview: RwSignal::new(None),
            refused: RwSignal::new(None),
            editing: RwSignal::new(None),
            marked: RwSignal::new(Vec::new()),
        }
    }

    /// Shows what a change would do, and leads there.
    fn propose(self, proposal: MethodProposal) {
        self.look(proposal, STEP, CHANGE.to_owned());
    }

    /// Tells the engine again what is proposed, with other words on what levels become, said at the element of this id.
    fn said(self, remap: Remap, at: String) {
        if let Some(proposal) = self.proposal.get_untracked() {
            self.look(MethodProposal { remap: Some(remap), ..proposal }, STEP, at);
        }
    }

    /// Shows more of the risks.
    fn more(self) {
        let shown = self.preview.with_untracked(|preview| preview.as_ref().map_or(0, |it| it.rows.len()));
        if let Some(proposal) = self.proposal.get_untracked() {
            self.look(proposal, saturating(shown).saturating_add(STEP), "method-more".to_owned());
        }
    }

    fn look(self, proposal: MethodProposal, count: u32, focus: String) {
        self.proposal.set(Some(proposal.clone()));
        self.refused.set(None);
        spawn_local(async move {
            let request =
                Request::TryMethod { proposal: Box::new(proposal.clone()), window: Window { from: 0, count } };
            let Some(reply) = self.session.ask_request(&request).await else { return };
            // Overtaken by another.
            if self.proposal.try_with_untracked(|now| now.as_ref() == Some(&proposal)) != Some(true) {
                return;
            }
            self.refused.set(held::<EditRefusal>(&reply));
            self.preview.set(held::<MethodPreview>(&reply));
            request_animation_frame(move || match &*focus {
                // The reader is led there, wherever the change was asked for.
                CHANGE => {
                    let _ = dom::focus("#method-change");
                }
                id => dom::focus_again(id),
            });
        });
    }

    fn take(self) {
        let Some(proposal) = self.proposal.get_untracked() else { return };
        let kept_in = proposal.replaces.as_ref().map(|matrix| self.slot(matrix));
        spawn_local(async move {
            match self.session.carry_out(Request::TakeMethod { proposal: Box::new(proposal) }).await {
                Ok(()) => {
                    if let Some(slot) = kept_in {
                        self.session.drop_form(&slot);
                    }
                    self.leave();
                    self.session.go(Route::Method { matrix: None });
                    request_animation_frame(|| {
                        let _ = dom::focus("main h1");
                    });
                }
                Err(refused) => drop(self.refused.try_set(Some(refused))),
            }
        });
    }

    /// The slot that the form of a matrix is kept in.
    fn slot(self, matrix: &str) -> FormSlot {
        self.session.form_slot(&format!("method {matrix}"))
    }

    /// Opens the form of a matrix as it was left, where the matrix is as it was then.
    fn resume(self, entry: &MethodEntry) {
        let left: Option<(MethodEdit, MethodEdit)> = self.session.kept_form(&self.slot(&entry.matrix.id));
        if let Some((_, edit)) = left.filter(|(before, _)| *before == entry.edit && self.session.may_change()) {
            self.editing.set(Some(edit));
        }
    }

    /// Puts the form of a matrix away.
    fn put_away(self, matrix: &str) {
        self.session.drop_form(&self.slot(matrix));
        self.leave();
    }

    fn leave(self) {
        let _ = self.proposal.try_set(None);
        let _ = self.preview.try_set(None);
        let _ = self.refused.try_set(None);
        let _ = self.editing.try_set(None);
        let _ = self.marked.try_set(Vec::new());
    }
}

/// The page of the method that risks are judged by.
#[component]
fn Method() -> impl IntoView {
    let session = Session::current();
    use_title(move || text::title(session.language()).to_owned());
    let chosen = use_part(|route| match route {
        Route::Method { matrix } => Some(matrix),
        _ => None,
    });
    let reply = use_answer(move || AskMethods {});
    let work = MethodWork::new(session);
    let shown = Memo::new(move |_| {
        let view = reply.get()?;
        let named = chosen.get();
        let entry = view.matrices.iter().find(|entry| Some(&entry.matrix.id) == named.as_ref());
        entry.or_else(|| view.matrices.first()).cloned()
    });
    // What was being prepared was about the file as it was, and about one matrix.
    Effect::new(move || {
        reply.get();
        let entry = shown.get();
        work.leave();
        if let Some(entry) = entry {
            work.resume(&entry);
        }
    });
    let hero = move || {
        let (view, language) = (reply.get()?, session.language());
        Some(
            view! { <Hero over=text::title(language) verdict=text::verdict(&view, language) after=text::after(&view, language)/> },
        )
    };
    let choice = move || {
        let view = reply.get()?;
        (view.matrices.len() > 1).then(|| choices(session, &view, shown.get().as_ref(), session.language()))
    };
    let method = move || {
        let (entry, language) = (shown.get()?, session.language());
        Some(match work.editing.get() {
            Some(edit) => view! { <Form work entry edit language/> }.into_any(),
            None => entry_view(work, entry, language),
        })
    };
    let others = move || {
        let view = reply.get().filter(|_| session.may_change())?;
        Some(view! { <Others work view=(*view).clone() shown=shown.get() language=session.language()/> })
    };
    let preview = move || {
        let language = session.language();
        (work.preview.with(Option::is_some) || work.refused.with(Option::is_some))
            .then(|| view! { <Preview work language/> })
    };
    view! {
        {hero}
        <div class="grid">
            {choice}
            {method}
            {preview}
            {others}
        </div>
    }
    .into_any()
}

/// The file's matrices, where there are several.
fn choices(session: Session, view: &MethodsView, shown: Option<&MethodEntry>, language: Language) -> AnyView {
    let item = |entry: &MethodEntry| {
        let id = entry.matrix.id.clone();
        let current = (shown.map(|shown| &shown.matrix.id) == Some(&id)).then_some("true");
        let href = session.href(Route::Method { matrix: Some(id) });
        view! { <li><a href=href aria-current=current>{text::name(entry, language)}</a></li> }
    };
    view! {
        <nav class="card full no-print" aria-label=text::matrices(language)>
            <h2>{text::matrices(language)}</h2>
            <ul class="method-choices" role="list">{view.matrices.iter().map(item).collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// A matrix as it is.
fn entry_view(work: MethodWork, entry: MethodEntry, language: Language) -> AnyView {
    let name = text::name(&entry, language);
    let edit = entry.edit.clone();
    let begin = move |_| {
        work.leave();
        work.editing.set(Some(edit.clone()));
        request_animation_frame(|| {
            let _ = dom::focus("#method-form");
        });
    };
    let likelihood = entry.edit.likelihood.is_none().then(|| view! { <Empty text=text::no_likelihood(language)/> });
    view! {
        <section class="card wide">
            <div class="results-line">
                <h2>{name}</h2>
                {work.session.may_change().then(|| view! {
                    <button type="button" class="button button-small no-print edit-only" on:click=begin>{text::edit(language)}</button>
                })}
            </div>
            {likelihood}
            <Grid matrix=entry.matrix.clone() marked=work.marked language/>
            <p class="caution">{crate::text::risk::caution(language)}</p>
        </section>
        <div class="narrow stack">
            <AdviceCard work entry=entry.clone() language/>
            <Classes matrix=entry.matrix.clone() language/>
        </div>
        <Scales entry language/>
    }
    .into_any()
}
