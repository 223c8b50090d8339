//! What a change of method would do, with what its levels become to be said, before it is taken.

use leptos::prelude::*;

use super::MethodWork;
use super::grid::Grid;
use crate::browser::dom;
use crate::engine::view::{LevelView, MethodPreview, MethodView, ShiftRow};
use crate::organisation::number::saturating;
use crate::organisation::value::{Label, Language};
use crate::page::parts::Refusal;
use crate::page::route::Route;
use crate::risk::change::{Carried, Remap};
use crate::text::method::page as text;
use crate::text::{numbers, pages};

/// The card of what the change would do to risks.
#[component]
pub(super) fn Preview(
    /// The change being prepared.
    work: MethodWork,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let body = move || work.preview.get().map(|preview| body(work, &preview, language));
    view! {
        <section class="card full method-change" id="method-change" tabindex="-1">
            <h2>{text::what(language)}</h2>
            <Refusal refused=work.refused language/>
            {body}
            <p class="actions no-print">
                {move || work.preview.with(Option::is_some).then(|| view! {
                    <button type="button" class="button button-first" on:click=move |_| work.take()>{text::take(language)}</button>
                })}
                <button type="button" class="button" on:click=move |_| work.leave()>{text::cancel(language)}</button>
            </p>
        </section>
    }
    .into_any()
}

fn body(work: MethodWork, preview: &MethodPreview, language: Language) -> AnyView {
    let remap =
        preview.before.as_ref().map(|before| remap_form(work, before, &preview.after, &preview.remap, language));
    let rows = preview.rows.iter().map(|row| shift(work, row, language)).collect_view();
    let matrix = preview.matrix.clone().map(|matrix| {
        let name = matrix.name.as_ref().map(|name| view! { <h3>{name.say(language).to_owned()}</h3> });
        view! { <div class="method-after">{name} <Grid matrix marked=RwSignal::new(Vec::new()) language/></div> }
    });
    let table = (preview.total > 0).then(|| {
        view! {
            <div class="method-scroll">
                <table class="method-shifts">
                    <caption>{text::touched(language)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{text::risk(language)}</th>
                            <th scope="col">{text::now(language)}</th>
                            <th scope="col">{text::then(language)}</th>
                            <th scope="col">{text::loses(language)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    let (shown, total) = (saturating(preview.rows.len()), preview.total);
    let more = (shown < total).then(|| {
        let of = numbers::of(shown, total, language);
        view! {
            <p class="more-rows">
                <button type="button" id="method-more" class="button" on:click=move |_| work.more()>
                    {pages::show_more(language)} " (" {of} ")"
                </button>
                <span class="on-paper">{numbers::first_of(shown, total, language)}</span>
            </p>
        }
    });
    view! {
        <p class="lead" role="status">{text::effect(preview, language)}</p>
        {matrix}
        {remap}
        {table}
        {more}
        <p class="muted">{text::measures(language)}</p>
    }
    .into_any()
}

fn shift(work: MethodWork, row: &ShiftRow, language: Language) -> AnyView {
    let href = work.session.href(Route::Risk { id: row.id.clone() });
    view! {
        <tr>
            <th scope="row"><a href=href>{row.title.say(language).to_owned()}</a></th>
            <td>{text::stand(&row.from, language)}</td>
            <td>{text::stand(&row.to, language)}</td>
            <td>{text::lost(&row.lost, language)}</td>
        </tr>
    }
    .into_any()
}

/// What levels become: a choice for each level there is now.
fn remap_form(work: MethodWork, before: &MethodView, after: &MethodView, remap: &Remap, language: Language) -> AnyView {
    let likelihood = (!before.likelihood.is_empty() && !after.likelihood.is_empty()).then(|| {
        let now = remap.clone();
        let set = move |levels, at| work.said(Remap { likelihood: levels, ..now.clone() }, at);
        let name = text::likelihood(language);
        view! {
            <fieldset class="method-remap">
                <legend>{name}</legend>
                {levels(name, "l", &before.likelihood, &after.likelihood, &remap.likelihood, set, language)}
            </fieldset>
        }
    });
    let dimension = |(place, (id, name, new)): (usize, &(String, Label, Vec<LevelView>))| {
        carried(work, (place, id, name, new), before, remap, language)
    };
    let dimensions = after.dimensions.iter().enumerate().map(dimension).collect_view();
    view! {
        <h3>{text::remap(language)}</h3>
        <p class="lead">{text::remap_lead(language)}</p>
        <div class="method-remaps">{likelihood} {dimensions}</div>
    }
    .into_any()
}

/// A new dimension, the one it takes its levels from, and what they become.
fn carried(
    work: MethodWork,
    (place, id, name, new): (usize, &String, &Label, &Vec<LevelView>),
    before: &MethodView,
    remap: &Remap,
    language: Language,
) -> AnyView {
    let now = remap.dimensions.iter().find(|carried| carried.to == *id).cloned();
    let with = {
        let (remap, id) = (remap.clone(), id.clone());
        move |carried: Option<Carried>, at: String| {
            let mut remap = remap.clone();
            remap.dimensions.retain(|known| known.to != id);
            remap.dimensions.extend(carried);
            work.said(remap, at);
        }
    };
    let from = now.as_ref().map(|carried| carried.from.clone()).unwrap_or_default();
    let option = |(old, name, _): &(String, Label, Vec<LevelView>)| {
        view! { <option value=old.clone() selected=*old == from>{name.say(language).to_owned()}</option> }
    };
    let options = before.dimensions.iter().map(option).collect_view();
    let choose = {
        let (with, id, old) = (with.clone(), id.clone(), before.dimensions.clone());
        move |event| {
            let from = dom::value_of(&event);
            let levels = old.iter().find(|(known, ..)| *known == from).map(|(_, _, levels)| vec![None; levels.len()]);
            with(
                levels.map(|levels| Carried { to: id.clone(), from: from.clone(), levels }),
                format!("remap-d{place}"),
            );
        }
    };
    let said = now.and_then(|carried| {
        let (_, old_name, old) = before.dimensions.iter().find(|(known, ..)| *known == carried.from)?;
        let set = {
            let carried = carried.clone();
            move |levels, at| with(Some(Carried { levels, ..carried.clone() }), at)
        };
        Some(levels(old_name.say(language), &format!("d{place}"), old, new, &carried.levels, set, language))
    });
    let name = name.say(language).to_owned();
    let label = format!("{name} {}", text::takes_from(language));
    view! {
        <fieldset class="method-remap">
            <legend>{name}</legend>
            <label class="field">
                <span class="field-label">{text::takes_from(language)}</span>
                <select class="field-input" id=format!("remap-d{place}") aria-label=label on:change=choose>
                    <option value="">{text::from_none(language)}</option>
                    {options}
                </select>
            </label>
            {said}
        </fieldset>
    }
    .into_any()
}

/// A choice for each level, and one for all of them where there are as many.
fn levels(
    scale: &str,
    id: &str,
    old: &[LevelView],
    new: &[LevelView],
    said: &[Option<u8>],
    set: impl Fn(Vec<Option<u8>>, String) + Clone + 'static,
    language: Language,
) -> AnyView {
    let said: Vec<Option<u8>> = (0..old.len()).map(|place| said.get(place).copied().flatten()).collect();
    let row = |(place, level): (usize, &LevelView)| {
        let options = new.iter().map(|to| {
            let is_said = said[place] == Some(to.level);
            view! { <option value=to.level.to_string() selected=is_said>{text::numbered(to.level, &to.name, language)}</option> }
        });
        let options = options.collect_view();
        let (set, said) = (set.clone(), said.clone());
        let id = format!("remap-{id}-{place}");
        let at = id.clone();
        let choose = move |event| {
            let mut said = said.clone();
            said[place] = dom::value_of(&event).parse().ok();
            set(said, at.clone());
        };
        let from = text::numbered(level.level, &level.name, language);
        let label = text::becomes(scale, &from, language);
        view! {
            <div class="method-becomes">
                <label for=id.clone()>{from}</label>
                <span aria-hidden="true">"→"</span>
                <select class="field-input" id=id aria-label=label on:change=choose>
                    <option value="">{text::unsaid(language)}</option>
                    {options}
                </select>
            </div>
        }
    };
    let rows = old.iter().enumerate().map(row).collect_view();
    let same = (old.len() == new.len()).then(|| {
        let numbers: Vec<Option<u8>> = new.iter().map(|level| Some(level.level)).collect();
        let label = format!("{}: {scale}", text::same_numbers(language));
        let (button, at) = (format!("remap-{id}-same"), format!("remap-{id}-same"));
        view! {
            <button type="button" id=button class="button button-small" aria-label=label on:click=move |_| set(numbers.clone(), at.clone())>
                {text::same_numbers(language)}
            </button>
        }
    });
    view! { {rows} {same} }.into_any()
}
