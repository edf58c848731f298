//! A run that is killed at whatever step, or can't go on: the files are the old ones or the new ones, never some of both.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Command;

use xtask::refresh::{Arguments, Seams, run_with};

use crate::lender::{Workspace, grown};

const CHILD: &str = "stopped::is_killed_at_the_step_that_its_environment_names";
const KEYS: [&str; 3] = [
    "REFRESH_TEST_ROOT",
    "REFRESH_TEST_STEP",
    "REFRESH_TEST_AT_ONCE",
];

fn run(
    workspace: &xtask::workspace::Workspace,
    from: &str,
    at_once: bool,
    step: &dyn Fn(&str),
) -> Result<(), String> {
    let arguments = Arguments {
        providers: vec!["lender".to_owned()],
        from: Some(from.to_owned()),
        ..Arguments::default()
    };
    let seams = Seams {
        at_once,
        step,
        ..Seams::default()
    };
    run_with(workspace, &arguments, &seams)
        .map(drop)
        .map_err(|e| e.to_string())
}

fn opened(workspace: &Workspace) -> xtask::workspace::Workspace {
    xtask::workspace::Workspace::at(workspace.root()).unwrap()
}

/// Not a test by itself: the process that the next one starts and that dies.
#[test]
fn is_killed_at_the_step_that_its_environment_names() {
    let [Ok(root), Ok(last), Ok(at_once)] = KEYS.map(std::env::var) else {
        return;
    };
    let workspace = xtask::workspace::Workspace::at(&root).unwrap();
    let from = format!("{root}/new.json");
    let _ = run(&workspace, &from, at_once == "true", &|step| {
        if step == last {
            std::process::abort();
        }
    });
}

/// The provider's files, by their path in `specs`.
fn files(workspace: &Workspace) -> BTreeMap<PathBuf, String> {
    let specs = workspace.root().join("specs");
    let files = workspace.specs().into_iter();
    files
        .map(|(path, text)| (path.strip_prefix(&specs).unwrap().to_owned(), text))
        .collect()
}

#[test]
fn killed_after_any_step_it_leaves_all_old_or_all_new_and_the_next_run_clears_up() {
    for at_once in [true, false] {
        let whole = Workspace::refreshed();
        let old = files(&whole);
        let from = whole.put("new.json", &grown());
        let steps = RefCell::new(Vec::new());
        run(&opened(&whole), &from, at_once, &|step| {
            steps.borrow_mut().push(step.to_owned())
        })
        .unwrap();
        let new = files(&whole);
        assert_ne!(old, new);
        let steps = steps.into_inner();
        assert_eq!(
            steps.contains(&"moved away".to_owned()),
            !at_once,
            "{steps:?}"
        );
        assert!(steps.len() >= 8, "{steps:?}");
        for step in &steps {
            let workspace = Workspace::refreshed();
            let from = workspace.put("new.json", &grown());
            let child = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", CHILD, "--test-threads=1"])
                .envs(KEYS.into_iter().zip([
                    workspace.root().to_str().unwrap(),
                    step,
                    &at_once.to_string(),
                ]))
                .output()
                .unwrap();
            assert!(!child.status.success(), "it wasn't killed at `{step}`");
            let mut left = files(&workspace);
            left.retain(|path, _| !path.starts_with(".refresh"));
            let is_away = left.is_empty() && step == "moved away";
            assert!(
                left == old || left == new || is_away,
                "killed at `{step}`: {left:#?}"
            );
            assert_eq!(
                left == new,
                ["exchanged", "cleared"].contains(&&**step),
                "{step}"
            );
            if !is_away {
                let providers = opened(&workspace).providers().unwrap();
                assert_eq!(providers.len(), 1, "what is prepared is no provider");
            }
            run(&opened(&workspace), &from, true, &|_| {}).unwrap();
            assert_eq!(files(&workspace), new, "after `{step}`");
        }
    }
}

#[test]
fn while_another_run_is_at_work_nothing_is_done() {
    let workspace = Workspace::refreshed();
    let from = workspace.put("new.json", &grown());
    let specs = File::open(workspace.root().join("specs")).unwrap();
    specs.try_lock().unwrap();
    let said = workspace.leaves_all(&["lender", "--from", &from], 2);
    assert!(
        said.contains("specs: another refresh is at work; wait until it is done"),
        "{said}"
    );
    workspace.leaves_all(&["lender", "--from", &from, "--dry-run"], 0);
    specs.unlock().unwrap();
    workspace.writes(&["lender", "--from", &from]);
}

#[test]
fn what_somebody_changes_meanwhile_is_not_overwritten() {
    let workspace = Workspace::refreshed();
    let from = workspace.put("new.json", &grown());
    let mine = workspace.root().join("specs/lender/notes.md");
    let wrong = run(&opened(&workspace), &from, true, &|step| {
        if step == "prepared" {
            fs::write(&mine, "mine").unwrap();
        }
    });
    assert!(
        wrong
            .unwrap_err()
            .contains("somebody has changed it meanwhile; run it again")
    );
    assert_eq!(fs::read_to_string(&mine).unwrap(), "mine");
    assert!(
        !workspace
            .read("specs/lender/openapi.yaml")
            .contains("get_offer")
    );
    assert!(!workspace.root().join("specs/.refresh").exists());
}

#[test]
fn what_else_lies_in_the_folder_stays_as_it_is() {
    let workspace = Workspace::refreshed();
    workspace.write("specs/lender/notes/mine.md", "mine");
    let before = fs::metadata(workspace.root().join("specs/lender/notes/mine.md")).unwrap();
    std::os::unix::fs::symlink(
        "notes/mine.md",
        workspace.root().join("specs/lender/link.md"),
    )
    .unwrap();
    let from = workspace.put("new.json", &grown());
    workspace.writes(&["lender", "--from", &from]);
    let after = fs::metadata(workspace.root().join("specs/lender/notes/mine.md")).unwrap();
    assert_eq!(before.modified().unwrap(), after.modified().unwrap());
    assert_eq!(before.permissions(), after.permissions());
    let link = workspace.root().join("specs/lender/link.md");
    assert_eq!(fs::read_link(link).unwrap(), PathBuf::from("notes/mine.md"));
}

#[test]
fn where_nothing_can_be_prepared_all_stays_as_it_was() {
    let workspace = Workspace::refreshed();
    let from = workspace.put("new.json", &grown());
    // What a folder that can't be written does, for root too.
    workspace.write("specs/.refresh", "a file in the way");
    let said = workspace.leaves_all(&["lender", "--from", &from], 2);
    assert!(
        said.contains(".refresh: what an earlier run left can't be cleared"),
        "{said}"
    );
    fs::remove_file(workspace.root().join("specs/.refresh")).unwrap();
    let specs = workspace.root().join("specs");
    let writable = fs::metadata(&specs).unwrap().permissions();
    let mut read_only = writable.clone();
    read_only.set_readonly(true);
    fs::set_permissions(&specs, read_only).unwrap();
    if File::create(specs.join("probe")).is_err() {
        let said = workspace.leaves_all(&["lender", "--from", &from], 2);
        assert!(
            said.contains("lender: it can't be written, and is as it was"),
            "{said}"
        );
    }
    fs::set_permissions(&specs, writable).unwrap();
}

#[test]
fn a_panic_on_the_way_leaves_all_as_it_was() {
    let workspace = Workspace::refreshed();
    let before = workspace.specs();
    let from = workspace.put("new.json", &grown());
    let opened = opened(&workspace);
    let panics = std::panic::AssertUnwindSafe(|| {
        run(&opened, &from, true, &|step| assert_ne!(step, "compared"))
    });
    std::panic::catch_unwind(panics).unwrap_err();
    let mut after = workspace.specs();
    after.retain(|path, _| !path.starts_with(workspace.root().join("specs/.refresh")));
    assert_eq!(after, before);
    workspace.writes(&["lender", "--from", &from]);
}
