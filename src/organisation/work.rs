//! What the organisation does: trainings, documents, activities, questions, and findings it has accepted.

use super::record::{record, words};
use super::refer::{Owners, People, Ref, Roles, Trainings, Units};
use super::value::{Date, Id, Marking, Str, Text};

record! {
    /// A training asked of the holders of some roles.
    pub struct Training<'a> {
        /// Unique among trainings.
        pub id: Id<'a>,
        /// The name of the training.
        pub name: Text<'a>,
        /// Ids of the roles it is asked of.
        pub roles: Vec<Ref<'a, Roles>>,
        /// Months until it must be taken again, counted from the day it was taken; absent for "once".
        pub renewed_after: Option<u32>,
        /// Who may see it in an extract.
        pub marking: Marking<'a>,
    }
}

record! {
    /// Someone took a training.
    pub struct Completion<'a> {
        /// Id of the training.
        pub training: Ref<'a, Trainings>,
        /// Id of the person.
        pub person: Ref<'a, People>,
        /// The day it was completed.
        pub date: Date,
        /// Who may see it in an extract.
        pub marking: Marking<'a>,
    }
}

words! {
    /// What kind of document something is.
    pub enum DocumentKind {
        /// A policy (policy).
        Policy = "policy",
        /// A guideline (riktlinje).
        Guideline = "guideline",
        /// A routine (rutin).
        Routine = "routine",
        /// An analysis, such as the risk and vulnerability analysis.
        Analysis = "analysis",
        /// A plan (plan).
        Plan = "plan",
    }
}

record! {
    /// A document the security work stands on.
    pub struct Document<'a> {
        /// Unique among documents.
        pub id: Id<'a>,
        /// The title of the document.
        pub title: Text<'a>,
        /// What kind of document it is.
        pub kind: DocumentKind,
        /// Id of the unit or person who owns the document.
        pub owner: Option<Ref<'a, Owners>>,
        /// The day it was adopted.
        pub adopted: Option<Date>,
        /// The last day by which it must be reviewed, included.
        pub review_by: Option<Date>,
        /// The address where the document can be read.
        pub link: Option<Str<'a>>,
        /// Who may see it in an extract.
        pub marking: Marking<'a>,
    }
}

words! {
    /// What kind of duty was carried out.
    pub enum ActivityKind {
        /// Initiate: something was set going.
        Initiate = "initiate",
        /// Coordinate: people or units were brought together.
        Coordinate = "coordinate",
        /// Support: a unit was helped.
        Support = "support",
        /// Follow up: it was seen whether something was done.
        FollowUp = "follow_up",
        /// Advise: advice was given.
        Advise = "advise",
        /// Inform: knowledge was passed on.
        Inform = "inform",
        /// Analysis: a risk and vulnerability analysis was worked on.
        Analysis = "analysis",
        /// Prevention: a preventive measure was carried out.
        Prevention = "prevention",
        /// Routine: a routine or method was developed.
        Routine = "routine",
        /// Training: a training was held.
        Training = "training",
        /// Lecture: a lecture was held.
        Lecture = "lecture",
        /// Exercise: an exercise was held.
        Exercise = "exercise",
        /// Meeting: a meeting was held.
        Meeting = "meeting",
    }
}

impl ActivityKind {
    /// The kinds in which methods are developed and passed on: what a risk management group is there to do.
    pub const WORK: [Self; 6] =
        [Self::Analysis, Self::Prevention, Self::Routine, Self::Training, Self::Lecture, Self::Exercise];
}

record! {
    /// A duty that was carried out.
    pub struct Activity<'a> {
        /// What kind of duty it was.
        pub kind: ActivityKind,
        /// The day it was carried out.
        pub date: Date,
        /// Id of the unit or group it was carried out for.
        pub unit: Option<Ref<'a, Units>>,
        /// Id of the role whose duty it was.
        pub role: Option<Ref<'a, Roles>>,
        /// Ids of the people who took part.
        pub who: Vec<Ref<'a, People>>,
        /// What was done, in words of the municipality.
        pub note: Option<Text<'a>>,
        /// Who may see it in an extract.
        pub marking: Marking<'a>,
    }
}

words! {
    /// How far a question to the group has come.
    pub enum QuestionStatus {
        /// Raised, not yet taken up.
        Raised = "raised",
        /// Being worked on.
        Ongoing = "ongoing",
        /// Answered by the group.
        Answered = "answered",
    }
}

words! {
    /// When in relation to an event a question was raised.
    pub enum Phase {
        /// Before the event begins.
        Before = "before",
        /// While it goes on.
        During = "during",
        /// After the event is over.
        After = "after",
    }
}

record! {
    /// A shared question raised to the risk management group.
    pub struct Question<'a> {
        /// Unique among questions.
        pub id: Id<'a>,
        /// The question that is asked.
        pub about: Text<'a>,
        /// Id of the person who raised the question.
        pub by: Option<Ref<'a, People>>,
        /// The day it was raised.
        pub raised: Option<Date>,
        /// How far it has come.
        pub status: QuestionStatus,
        /// The event it concerns.
        pub event: Option<Text<'a>>,
        /// Whether the question was raised before, during or after the event.
        pub phase: Option<Phase>,
        /// Who may see it in an extract.
        pub marking: Marking<'a>,
    }
}

words! {
    /// How a finding stood when it was accepted.
    pub enum Fault {
        /// What the rule asks for was not there.
        Missing = "missing",
        /// What the rule forbids was there.
        Broken = "broken",
        /// The file did not say.
        Unknown = "unknown",
    }
}

record! {
    /// A finding the municipality has decided to live with for a time.
    pub struct Exception<'a> {
        /// Id of the finding: the rule's id, `:` and the subject.
        pub finding: Id<'a>,
        /// The reason why the finding is accepted.
        pub reason: Text<'a>,
        /// Id of the person who accepted the finding.
        pub who: Option<Ref<'a, People>>,
        /// The last day on which it is accepted, included; absent for "until further notice".
        pub until: Option<Date>,
        /// How it stood when it was accepted; it is accepted no longer once it stands otherwise. Absent for any way.
        pub was: Option<Fault>,
        /// The day since which it had stood so; it is accepted no longer once it has begun anew. Absent for any day.
        pub since: Option<Date>,
        /// Who may see it in an extract.
        pub marking: Marking<'a>,
    }
}
