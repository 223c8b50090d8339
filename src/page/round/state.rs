//! How a round stands: who has been asked, who has answered, what is to be decided and who is late.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Making;
use super::again::again;
use crate::browser::{alarm, clock};
use crate::coverage::State;
use crate::engine::request::Request;
use crate::engine::view::{AskedRow, AskedStanding, RoundView, RoundsView};
use crate::organisation::links;
use crate::organisation::value::Language;
use crate::page::session::Session;
use crate::text::travel::rounds as said;

/// A round with those asked, and how far each has come.
pub(super) fn round_state(
    view: &RoundsView,
    round: &RoundView,
    making: RwSignal<Making>,
    session: Session,
    language: Language,
) -> AnyView {
    let heads = [
        said::receiver(language),
        said::sent(language),
        said::answered(language),
        said::standing(language),
        said::acts(language),
    ];
    let head = |head| view! { <th role="columnheader" scope="col">{head}</th> };
    let label = said::round_said(round, language);
    let groups: Vec<(AskedStanding, Vec<&AskedRow>)> = AskedStanding::ALL
        .into_iter()
        .map(|standing| (standing, round.rows.iter().filter(|row| row.standing() == standing).collect()))
        .filter(|(_, rows): &(_, Vec<_>)| !rows.is_empty())
        .collect();
    let counted = groups.iter().map(|(standing, rows)| (*standing, rows.len())).collect();
    let group = |(standing, rows): (AskedStanding, Vec<&AskedRow>)| {
        let rows_of = rows.iter().map(|row| asked(view, round, row, session, language)).collect_view();
        view! {
            <tbody role="rowgroup">
                <tr role="row" class="round-group">
                    <th role="rowheader" scope="rowgroup" colspan=heads.len()>
                        <span class="state-sign" data-state=mark(standing) aria-hidden="true"></span>
                        {said::group(standing, rows.len(), language)}
                    </th>
                </tr>
                {rows_of}
            </tbody>
        }
    };
    view! {
        <section class="card full round">
            <h2>{label.clone()}</h2>
            {progress(counted, language)}
            <table class="list" role="table" aria-label=label>
                <thead role="rowgroup"><tr role="row">{heads.map(head).collect_view()}</tr></thead>
                {groups.into_iter().map(group).collect_view()}
            </table>
            {again(view, round, making, session, language)}
        </section>
    }
    .into_any()
}

/// The look of how far somebody has come: as that of a rule that is met, is about to change, is broken or is not known.
fn mark(standing: AskedStanding) -> &'static str {
    let state = match standing {
        AskedStanding::Done => State::Met,
        AskedStanding::ToReview => State::Expiring,
        AskedStanding::Late => State::Missing,
        AskedStanding::Open => State::Unknown,
    };
    state.word()
}

/// How far the round has come, as a bar with a segment for each standing that anyone has, those who are done first.
fn progress(counted: Vec<(AskedStanding, usize)>, language: Language) -> AnyView {
    let label = said::groups(&counted, language);
    let part = |(standing, count): (AskedStanding, usize)| {
        view! { <span class="tally-part" data-state=mark(standing) style:flex-grow=count.to_string()></span> }
    };
    let parts = counted.into_iter().rev().map(part).collect_view();
    view! { <div class="tally" role="img" aria-label=label>{parts}</div> }.into_any()
}

/// One who is asked.
fn asked(view: &RoundsView, round: &RoundView, row: &AskedRow, session: Session, language: Language) -> AnyView {
    let name = said::asked_name(row, language);
    let person = row.to.person.clone().or_else(|| row.to.email.clone());
    let class = if row.standing() == AskedStanding::Late { "round-late" } else { "" };
    let about = format!(": {name}");
    let several = row.waiting.len() > 1;
    let looks = row.waiting.iter().map(|answer| {
        let (place, about) = (answer.place as usize, about.clone());
        // One of several is told apart by its file.
        let file = session.waiting_changes().with(|waiting| waiting.get(place).map(|changes| changes.name.clone()));
        let label = file.filter(|_| several).map(|file| said::look_at(&file, language));
        let label = label.unwrap_or_else(|| said::look(language).to_owned());
        view! {
            <button type="button" class="button button-first" on:click=move |_| session.look_at_changes(place)>
                {label}<span class="visually-hidden">{about}</span>
            </button>
        }
    });
    let looks = looks.collect_view();
    let open = matches!(row.standing(), AskedStanding::Late | AskedStanding::Open).then(|| {
        let (subject, body) = said::reminder(view.municipality.say(language), round, row, language);
        let href = links::letter(row.to.email.as_deref().unwrap_or_default(), &subject, &body);
        let (first, second) = (about.clone(), about.clone());
        let (id, unit) = (round.id.clone(), row.receiver.receiver.unit().unwrap_or_default().to_owned());
        let settled = use_context::<Settled>();
        view! {
            <a class="button" href=href>{said::remind(language)}<span class="visually-hidden">{first}</span></a>
            <button type="button" class="button" on:click=move |_| settle(session, settled, id.clone(), unit.clone())>
                {said::nothing_to_change(language)}<span class="visually-hidden">{second}</span>
            </button>
        }
    });
    view! {
        <tr role="row" class="asked">
            <th role="rowheader" scope="row">
                {name}
                {match person {
                    Some(person) => view! { <small class="muted">{person}</small> }.into_any(),
                    None => view! { <small class="vacant">{said::no_address(language)}</small> }.into_any(),
                }}
            </th>
            <td role="cell" data-label=said::sent(language)>{said::day(row.sent, language)}</td>
            <td role="cell" data-label=said::answered(language)>{said::day(row.answered, language)}</td>
            <td role="cell" data-label=said::standing(language) class=class>{said::stands(row, language)}</td>
            <td role="cell" class="no-print"><div class="actions">{looks} {open}</div></td>
        </tr>
    }
    .into_any()
}

/// Whether it has just been noted that somebody answered: the row is then drawn anew, without the button that was pressed.
#[derive(Clone, Copy)]
pub(super) struct Settled(pub(super) RwSignal<bool>);

/// Notes that somebody has answered that everything is right.
fn settle(session: Session, settled: Option<Settled>, round: String, unit: String) {
    spawn_local(async move {
        let tell = |is| _ = settled.map(|Settled(settled)| settled.try_set(is));
        tell(true);
        let request = Request::SettleRound { round, unit, on: clock::today() };
        if session.carry_out(request).await.is_err() {
            tell(false);
            alarm::note("the answer to a round could not be noted");
        }
    });
}
