//! What each status means to who waits for each goal.

use super::super::course::{self, Course};
use super::super::goal::Verdict;
use super::*;

/// The statuses that end a wait for `goal`, by how.
fn ends(course: &Course, goal: &Goal) -> Vec<(String, Verdict)> {
    let mut words: Vec<&str> = vec!["RECEIVED", "INVALID", "REJECTED", "SOLAR_ECLIPSE"];
    words.extend(course.way.iter().chain(course.ends));
    let verdicts = words
        .into_iter()
        .map(|word| (word.to_owned(), goal.verdict(course, &Status::from(word))));
    verdicts
        .filter(|(word, verdict)| match verdict {
            Verdict::OnTheWay => false,
            // Everywhere the same.
            Verdict::Invalid => word != "INVALID",
            Verdict::Rejected => word != "REJECTED",
            Verdict::Unknown => word != "SOLAR_ECLIPSE",
            Verdict::Reached | Verdict::Ended => true,
        })
        .collect()
}

fn reached(course: &Course, goal: &Goal) -> Vec<String> {
    let ends = ends(course, goal).into_iter();
    ends.filter(|(_, verdict)| *verdict == Verdict::Reached)
        .map(|(word, _)| word)
        .collect()
}

fn ended(course: &Course, goal: &Goal) -> Vec<String> {
    let ends = ends(course, goal).into_iter();
    ends.filter(|(_, verdict)| *verdict == Verdict::Ended)
        .map(|(word, _)| word)
        .collect()
}

#[test]
fn an_order_that_is_filled_is_not_settled() {
    let order = &course::ORDER;
    assert_eq!(reached(order, &Goal::Filled), ["FILLED", "SETTLED"]);
    // Corrected is followed by canceled: it was filled, and won't be again.
    assert_eq!(
        ended(order, &Goal::Filled),
        ["CORRECTED", "CANCELED", "EXPIRED"]
    );
    assert_eq!(reached(order, &Goal::Settled), ["SETTLED"]);
    assert_eq!(ended(order, &Goal::Settled), ["CANCELED", "EXPIRED"]);
    for goal in [Goal::Settled, Goal::Canceled] {
        let verdict = goal.verdict(order, &Status::CORRECTED);
        assert_eq!(verdict, Verdict::OnTheWay, "{goal:?}");
    }
    assert_eq!(reached(order, &Goal::Canceled), ["CANCELED"]);
    let too_late = ["FILLED", "SETTLED", "EXPIRED"];
    assert_eq!(ended(order, &Goal::Canceled), too_late);
}

#[test]
fn accepted_is_whatever_is_documented_to_follow_on_received() {
    assert_eq!(
        reached(&course::ENTITY, &Goal::Accepted),
        [
            "CREATED",
            "REVIEW",
            "PENDING",
            "ACTIVE",
            "SUSPENDED",
            "SUSPENDED_COMPLIANCE"
        ]
    );
    assert_eq!(
        reached(&course::TRANSFER, &Goal::Accepted),
        ["PENDING", "PROCESSED"]
    );
    // Where nothing is documented to follow, anything does.
    assert_eq!(reached(&course::UNTOLD, &Goal::Accepted), ["SOLAR_ECLIPSE"]);
}

#[test]
fn each_course_has_goals_of_its_own() {
    for (course, goal, there, over) in [
        (
            &course::ENTITY,
            Goal::Ready,
            vec!["CREATED", "PENDING", "ACTIVE"],
            vec!["INACTIVE", "ARCHIVED", "DECEASED", "ESTATE"],
        ),
        (
            &course::ENTITY,
            Goal::Active,
            vec!["ACTIVE"],
            vec!["INACTIVE", "ARCHIVED", "DECEASED", "ESTATE"],
        ),
        (
            &course::ONBOARDING,
            Goal::Approved,
            vec!["APPROVED"],
            vec![],
        ),
        (
            &course::OFFBOARDING,
            Goal::Approved,
            vec!["APPROVED"],
            vec!["CANCELED"],
        ),
        (
            &course::OFFBOARDING,
            Goal::Canceled,
            vec!["CANCELED"],
            vec!["APPROVED"],
        ),
        (
            &course::DOCUMENT,
            Goal::Ready,
            vec!["CREATED", "PENDING", "APPROVED"],
            vec!["ARCHIVED"],
        ),
        (
            &course::DOCUMENT,
            Goal::Approved,
            vec!["APPROVED"],
            vec!["ARCHIVED"],
        ),
        (
            &course::IDENTIFICATION,
            Goal::Ready,
            vec!["PENDING", "APPROVED"],
            vec![],
        ),
        (
            &course::IDENTIFICATION,
            Goal::Approved,
            vec!["APPROVED"],
            vec![],
        ),
        (
            &course::SEARCH,
            Goal::Completed,
            vec!["COMPLETED"],
            vec!["FAILED", "ERROR"],
        ),
        (
            &course::PRODUCT,
            Goal::Active,
            vec!["ACTIVE"],
            vec!["CLOSED"],
        ),
        (&course::PRODUCT, Goal::Closed, vec!["CLOSED"], vec![]),
        (
            &course::TRANSFER,
            Goal::Processed,
            vec!["PROCESSED"],
            vec![],
        ),
    ] {
        assert_eq!(goal.problem(course), None);
        assert_eq!(reached(course, &goal), there, "{goal:?}");
        assert_eq!(ended(course, &goal), over, "{goal:?}");
    }
    for (course, goal) in [
        (&course::TRANSFER, Goal::Settled),
        (&course::ORDER, Goal::Approved),
        (&course::PRODUCT, Goal::Canceled),
        (&course::UNTOLD, Goal::Active),
    ] {
        assert!(goal.problem(course).is_some(), "{goal:?}");
    }
}

#[test]
fn statuses_can_be_named_also_those_that_are_failures() {
    let goal = Goal::one_of(["rejected", "BRAND_NEW"]);
    assert_eq!(reached(&course::ORDER, &goal), ["REJECTED"]);
    let new = Status::from("brand_new");
    assert_eq!(goal.verdict(&course::ORDER, &new), Verdict::Reached);
    assert!(Goal::one_of::<Status>([]).problem(&course::ORDER).is_some());
}
