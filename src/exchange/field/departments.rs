//! The list of those who coordinate security at departments: a row for each department or company.

use super::SheetField;
use super::workplaces::{field, own_fields};

/// Fields of departments. Those of people begin with the role they are about.
pub(super) const FIELDS: &[SheetField] = &[
    SheetField {
        needed: true,
        ..field(
            "department",
            ["Förvaltning", "Department"],
            &[
                "förvaltning/bolag",
                "förv",
                "sektor",
                "kontor",
                "bolag",
                "nämnd",
                "nämnd/förvaltning",
                "company",
                "förvaltningens namn",
                "förvaltning/enhet",
                "ansvarig förvaltning",
                "enhet",
                "verksamhet",
                "unit",
                "forvaltning",
            ],
        )
    },
    own_fields::AREA,
    own_fields::ADDRESS,
    own_fields::EMPLOYEES,
    own_fields::email(
        ["Förvaltningens e-post", "Department email"],
        &["funktionsbrevlåda", "e-post förvaltning", "myndighetsbrevlåda", "registrator"],
    ),
    own_fields::phone(
        ["Förvaltningens telefon", "Department phone"],
        &["department telephone", "växel", "telefon förvaltning"],
    ),
    field("head", ["Chef", "Head"], &["förvaltningschef", "förvaltningsdirektör", "direktör", "chefens namn", "vd"]),
    field("head_email", ["Chefens e-post", "Head’s email"], &["e-post chef", "chef e-post"]),
    field("head_phone", ["Chefens telefon", "Head’s phone"], &["heads telephone", "telefon chef", "chef telefon"]),
    field(
        "coordinator",
        ["Säkerhetssamordnare", "Security coordinator"],
        &["samordnare", "förvaltningens samordnare", "coordinator", "sikkerhedskoordinator", "sikkerhetskoordinator"],
    ),
    field(
        "coordinator_email",
        ["Samordnarens e-post", "Coordinator’s email"],
        &["e-post samordnare", "samordnare e-post", "e-post säkerhetssamordnare"],
    ),
    field(
        "coordinator_phone",
        ["Samordnarens telefon", "Coordinator’s phone"],
        &["coordinators telephone", "telefon samordnare"],
    ),
    field("coordinator_from", ["Samordnare från och med", "Coordinator from"], &[]),
    field("coordinator_until", ["Samordnare till och med", "Coordinator until"], &[]),
    field(
        "substitute",
        ["Ersättare", "Substitute"],
        &["ersättare samordnare", "vice samordnare", "ersättarens namn", "suppleant", "deputy", "vice", "ers"],
    ),
    field("substitute_email", ["Ersättarens e-post", "Substitute’s email"], &["e-post ersättare", "ersättare e-post"]),
    field(
        "substitute_phone",
        ["Ersättarens telefon", "Substitute’s phone"],
        &["substitutes telephone", "telefon ersättare"],
    ),
];
