//! What has been changed in the open extract since it was made: what its receiver sends back.

use super::Engine;
use super::request::Reply;
use super::view::OwnChangesView;
use crate::draft::difference::Difference;
use crate::draft::{Edit, apply};
use crate::organisation::canonical;
use crate::travel::{diff, edits_between, nameless, write};
use crate::verdict::{File, sha256};

impl Engine {
    /// What has been changed in the open extract, in words.
    pub(super) fn own_changes(&mut self) -> Reply {
        self.since_made(|began, sha256, now| {
            let edits = edits_between(&began.organisation, &now.organisation);
            let nameless = nameless(&diff(&began.organisation, sha256, &now.organisation, None));
            OwnChangesView::new(&edits, nameless, now).map_or(Reply::NotFound, |view| Reply::OwnChanges(Box::new(view)))
        })
    }

    /// The change file that says what has been changed in the open extract, and by whom.
    pub(super) fn change_file(&mut self, by: &str) -> Reply {
        let by = Some(by.trim()).filter(|by| !by.is_empty());
        self.since_made(|began, sha256, now| {
            Reply::Text(write(&diff(&began.organisation, sha256, &now.organisation, by)))
        })
    }

    /// Holds the open extract against what it was when it was opened first: all that has been done since is taken back,
    /// what has been saved in between as well. An extract is made in canonical form, and what it was is hashed so.
    fn since_made(&mut self, answer: impl FnOnce(&File<'_>, &str, &File<'_>) -> Reply) -> Reply {
        let done: Vec<Edit> = self.history.done().iter().flat_map(|change| change.edits.clone()).collect();
        let back: Vec<Edit> = Difference::of(&done).edits().iter().map(Edit::inverse).collect();
        if let Err(refused) = self.settle() {
            return Reply::Refused(Box::new(refused));
        }
        let Some(open) = &self.open else { return Reply::NothingOpen };
        let (source, now) = (open.borrow_owner(), &open.borrow_dependent().file);
        if now.organisation.extract.is_none() {
            return Reply::NotFound;
        }
        let Ok(text) = apply(&source.text, &now.organisation, &back) else { return Reply::NotFound };
        let Ok(began) = File::read(&text, &mut |_| ()) else { return Reply::NotFound };
        let hash = sha256(canonical::write(&began.organisation).as_bytes());
        answer(&began, &hash, now)
    }
}

#[cfg(test)]
mod tests {
    use crate::draft::patch::PatchField;
    use crate::draft::{ChangeKind, FieldValue, Patch};
    use crate::engine::lens::{Lens, Window};
    use crate::engine::view::{OwnChangesView, ReviewReply, ReviewView};
    use crate::engine::{Engine, Reply, Request};
    use crate::organisation::ListName;
    use crate::organisation::value::Date;
    use crate::travel::{PointChoices, is_pseudonym};

    const EXAMPLE: &str = include_str!("../../public/example.json");

    fn opened(text: String) -> Engine {
        let mut engine = Engine::default();
        engine.open("file.json".into(), text.into_bytes(), &mut |_| ()).expect("it can be read");
        engine
    }

    /// The extract of a department of the example.
    fn extract() -> Engine {
        extract_for("department:uf")
    }

    fn extract_for(receiver: &str) -> Engine {
        let on = "2026-11-22".parse().expect("a day");
        let receiver = receiver.parse().expect("a receiver");
        let asked = Request::Extract { on, made: on, receiver };
        let Reply::Text(text) = opened(EXAMPLE.into()).handle(&asked) else { panic!("it can be made") };
        opened(text)
    }

    fn set(engine: &mut Engine, key: &str, fields: Vec<PatchField>) {
        let patch = Patch::Set { list: ListName::Units, key: key.into(), fields };
        let reply = engine.handle(&Request::Change { name: ChangeKind::Edit, patches: vec![patch] });
        assert!(matches!(reply, Reply::Changed(_)), "{reply:?}");
    }

    fn employees(count: f64) -> Vec<PatchField> {
        vec![("employees".into(), FieldValue::Number(count))]
    }

    fn own(engine: &mut Engine) -> OwnChangesView {
        let Reply::OwnChanges(view) = engine.handle(&Request::OwnChanges) else { panic!("it is an extract") };
        *view
    }

    fn sent(engine: &mut Engine) -> String {
        let Reply::Text(text) = engine.handle(&Request::ChangeFile { by: " Karin ".into() }) else { panic!("a text") };
        text
    }

    fn looked_at(engine: &mut Engine, text: &str, choices: &PointChoices) -> ReviewView {
        let asked = Request::Review {
            text: text.into(),
            choices: choices.clone(),
            on: "2026-11-22".parse().expect("a day"),
            window: Window { from: 0, count: 50 },
        };
        let Reply::Review(reply) = engine.handle(&asked) else { panic!("it is answered") };
        let ReviewReply::Open(view) = *reply else { panic!("{reply:?}") };
        *view
    }

    #[test]
    fn an_extract_tells_what_has_been_changed_in_it_since_it_was_made() {
        let mut extract = extract();
        assert_eq!(own(&mut extract).total, 0);
        set(&mut extract, "bibl-strand", employees(6.0));
        let view = own(&mut extract);
        assert_eq!((view.total, view.rows[0].about.name.sv.as_str()), (1, "Strands bibliotek"));
        assert_eq!(view.receiver.name.sv, "Utvecklingsförvaltningen");
    }

    #[test]
    fn a_party_is_told_before_sending_what_of_its_changes_names_nobody() {
        let mut extract = extract_for("party:polisen");
        let Reply::Text(text) = extract.handle(&Request::Canonical) else { panic!("a text") };
        let file: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        let ids = file["people"].as_array().expect("people").iter().filter_map(|person| person["id"].as_str());
        let masked: Vec<&str> = ids.filter(|id| is_pseudonym(id)).take(2).collect();
        set(&mut extract, "polisen", vec![("address".into(), FieldValue::Text("A 1".into()))]);
        let view = own(&mut extract);
        assert_eq!((view.total, view.nameless), (1, 0));
        let fields = vec![("name".into(), FieldValue::Text("Eva Ny".into()))];
        let patch = Patch::Set { list: ListName::People, key: masked[0].into(), fields };
        let fields = vec![
            ("role".into(), FieldValue::Text("member".into())),
            ("unit".into(), FieldValue::Text("polisen".into())),
            ("person".into(), FieldValue::Text(masked[1].into())),
        ];
        let patches = vec![patch, Patch::Add { list: ListName::Assignments, fields }];
        let reply = extract.handle(&Request::Change { name: ChangeKind::Edit, patches });
        assert!(matches!(reply, Reply::Changed(_)), "{reply:?}");
        let view = own(&mut extract);
        assert_eq!((view.total, view.nameless), (3, 2));
        // As many as are refused once the answer comes back.
        let answer = sent(&mut extract);
        let view = looked_at(&mut opened(EXAMPLE.into()), &answer, &PointChoices::default());
        assert_eq!(view.taken, 1);
    }

    #[test]
    fn what_has_been_saved_in_between_is_sent_as_well() {
        let mut extract = extract();
        let began = sent(&mut extract);
        set(&mut extract, "bibl-strand", employees(6.0));
        assert!(matches!(
            extract.handle(&Request::Saved { on: Date::default(), by: "Karin".into() }),
            Reply::Changed(_)
        ));
        set(&mut extract, "bibl-bollmora", employees(17.0));
        assert_eq!(own(&mut extract).total, 2);
        let hash = |text: &str| text.split("\"sha256\":\"").nth(1).map(|rest| rest[..64].to_owned());
        assert_eq!(hash(&sent(&mut extract)), hash(&began), "it began from the extract as it was made");
        for _ in 0..2 {
            extract.handle(&Request::Undo);
        }
        assert_eq!(own(&mut extract).total, 0);
    }

    #[test]
    fn another_file_has_nothing_to_send() {
        let mut engine = opened(EXAMPLE.into());
        assert_eq!(engine.handle(&Request::OwnChanges), Reply::NotFound);
        assert_eq!(engine.handle(&Request::ChangeFile { by: String::new() }), Reply::NotFound);
        assert_eq!(Engine::default().handle(&Request::OwnChanges), Reply::NothingOpen);
    }

    #[test]
    fn an_answer_is_looked_at_and_brought_in_as_one_change() {
        let mut extract = extract();
        set(&mut extract, "bibl-strand", employees(6.0));
        set(&mut extract, "bibl-bollmora", employees(17.0));
        let answer = sent(&mut extract);
        let mut whole = opened(EXAMPLE.into());
        let view = looked_at(&mut whole, &answer, &PointChoices::default());
        assert_eq!((view.by.as_deref(), view.changes, view.taken), (Some("Karin"), 2, 2));
        assert_eq!(view.from.extract.map(|(receiver, _)| receiver.key).as_deref(), Some("department:uf"));
        let choices = PointChoices { refused: [view.numbers[0]].into(), ..PointChoices::default() };
        assert_eq!(looked_at(&mut whole, &answer, &choices).taken, 1);
        let Reply::Changed(changed) =
            whole.handle(&Request::BringIn { text: answer.clone(), choices, on: "2026-11-30".parse().expect("a day") })
        else {
            panic!("it is brought in")
        };
        assert_eq!(changed.draft.unsaved, 1);
        let view = looked_at(&mut whole, &answer, &PointChoices::default());
        assert_eq!((view.same, view.taken), (1, 1));
        whole.handle(&Request::Undo);
        let Reply::Text(text) = whole.handle(&Request::Canonical) else { panic!("a text") };
        let Reply::Text(before) = opened(EXAMPLE.into()).handle(&Request::Canonical) else { panic!("a text") };
        assert_eq!(text, before);
    }

    #[test]
    fn a_post_that_is_filled_mends_the_finding_about_it() {
        let mut whole = opened(EXAMPLE.into());
        let change = r#"{"ombud":"changes","version":1,"from":{"sha256":"","names":["Exempelkommun"],"units":[]},
            "changed":[{"list":"assignments","key":{"role":"security_representative","unit":"bo-sodra","from":"2026-09-01"},
            "after":{"person":"siv"}}],"added":[{"list":"people","item":{"id":"siv","name":"Siv Alm"}}]}"#;
        let view = looked_at(&mut whole, change, &PointChoices::default());
        let post =
            view.items.iter().find(|item| item.item.about.list == Some(ListName::Assignments)).expect("the post");
        assert!(post.findings.gone.iter().any(|row| row.id.contains("bo-sodra")), "{:?}", post.findings);
        assert_eq!(post.points[0].fields[0].after.as_ref().map(|name| name.sv.as_str()), Some("Siv Alm"));
        let refused = PointChoices { refused: view.numbers.iter().copied().collect(), ..PointChoices::default() };
        let view = looked_at(&mut whole, change, &refused);
        assert!(view.items.iter().all(|item| item.findings.gone.is_empty()));
        let lens = Lens::whole("2026-11-22".parse().expect("a day"));
        assert!(matches!(whole.handle(&Request::Overview { lens }), Reply::Overview(_)));
    }

    #[test]
    fn a_change_file_that_is_none_of_this_file_is_told_and_not_brought_in() {
        let mut whole = opened(EXAMPLE.into());
        let other = r#"{"ombud":"changes","version":1,"from":{"sha256":"","names":["Annanköping"],"units":[]},
            "changed":[{"list":"units","key":"avc","before":{"employees":1},"after":{"employees":2}}]}"#;
        let asked = Request::Review {
            text: other.into(),
            choices: PointChoices::default(),
            on: "2026-11-22".parse().expect("a day"),
            window: Window { from: 0, count: 50 },
        };
        let Reply::Review(reply) = whole.handle(&asked) else { panic!("it is answered") };
        assert!(matches!(*reply, ReviewReply::NotOfThis(_)));
        let asked = Request::BringIn {
            text: other.into(),
            choices: PointChoices::default(),
            on: "2026-11-30".parse().expect("a day"),
        };
        assert_eq!(whole.handle(&asked), Reply::NotFound);
    }
}
