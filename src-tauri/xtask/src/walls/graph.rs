//! Who depends on whom, as `cargo metadata` tells it (its format: doc.rust-lang.org/cargo/commands/cargo-metadata.html).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::failure::Failure;

/// The resolved packages; only what becomes part of a program, so neither dev nor build dependencies unless asked for.
pub struct Graph {
    packages: BTreeMap<String, Package>,
}

/// One package.
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its folder, relative to the repository where it is a member.
    pub folder: String,
    /// What its manifest names.
    pub declared: Vec<Declared>,
    /// Its features, and what each brings.
    pub features: BTreeMap<String, Vec<String>>,
    member: bool,
    normal: Vec<String>,
    every: Vec<String>,
}

/// One dependency as a manifest names it.
pub struct Declared {
    /// Of what.
    pub name: String,
    /// Whether only a feature brings it.
    pub optional: bool,
    /// Whether it is for tests or builds only.
    pub test_only: bool,
}

impl Graph {
    /// Reads the answer of `cargo metadata --format-version 1`.
    pub fn read(json: &[u8]) -> Result<Self, Failure> {
        let broken = |what: &str| Failure::new(format!("cargo metadata: {what}"));
        let metadata: Value = serde_json::from_slice(json).map_err(|error| broken(&error.to_string()))?;
        let members: BTreeSet<&str> =
            list(&metadata["workspace_members"]).filter_map(Value::as_str).collect();
        let root = metadata["workspace_root"].as_str().unwrap_or_default();
        let mut packages = BTreeMap::new();
        for package in list(&metadata["packages"]) {
            let id = package["id"].as_str().ok_or_else(|| broken("a package without an id"))?;
            let manifest = package["manifest_path"].as_str().unwrap_or_default();
            let folder = manifest.trim_start_matches(root).trim_end_matches("Cargo.toml").replace('\\', "/");
            let name = package["name"].as_str().unwrap_or_default().to_owned();
            let folder = folder.trim_matches('/').to_owned();
            let member = members.contains(id);
            packages.insert(
                id.to_owned(),
                Package {
                    name,
                    folder,
                    declared: list(&package["dependencies"]).map(declared).collect(),
                    features: features(&package["features"]),
                    member,
                    normal: Vec::new(),
                    every: Vec::new(),
                },
            );
        }
        for node in list(&metadata["resolve"]["nodes"]) {
            let Some(package) = node["id"].as_str().and_then(|id| packages.get_mut(id)) else { continue };
            for edge in list(&node["deps"]) {
                let Some(target) = edge["pkg"].as_str() else { continue };
                package.every.push(target.to_owned());
                if list(&edge["dep_kinds"]).any(is_built_in) {
                    package.normal.push(target.to_owned());
                }
            }
        }
        Ok(Self { packages })
    }

    /// The crates of the workspace.
    pub fn members(&self) -> impl Iterator<Item = &Package> {
        self.packages.values().filter(|package| package.member)
    }

    /// Names of everything a package depends on directly, whatever for.
    pub fn direct<'a>(&'a self, package: &'a Package) -> impl Iterator<Item = &'a str> {
        package.every.iter().filter_map(|id| self.packages.get(id)).map(|found| found.name.as_str())
    }

    /// Whether `name` is a crate of the workspace.
    pub fn is_member(&self, name: &str) -> bool {
        self.members().any(|package| package.name == name)
    }

    /// Names of everything that becomes part of a package, however far; what comes through `past` is left out.
    pub fn reached(&self, package: &Package, past: Option<&str>) -> BTreeSet<&str> {
        let mut seen = BTreeSet::new();
        let mut open: Vec<&str> = package.normal.iter().map(String::as_str).collect();
        while let Some(id) = open.pop() {
            let Some(found) = self.packages.get(id) else { continue };
            if past != Some(found.name.as_str()) && seen.insert(id) {
                open.extend(found.normal.iter().map(String::as_str));
            }
        }
        seen.into_iter().filter_map(|id| self.packages.get(id)).map(|found| found.name.as_str()).collect()
    }
}

fn declared(dependency: &Value) -> Declared {
    Declared {
        name: dependency["name"].as_str().unwrap_or_default().to_owned(),
        optional: dependency["optional"] == true,
        test_only: !dependency["kind"].is_null(),
    }
}

fn features(told: &Value) -> BTreeMap<String, Vec<String>> {
    let texts = |brings: &Value| list(brings).filter_map(Value::as_str).map(str::to_owned).collect();
    told.as_object().into_iter().flatten().map(|(name, brings)| (name.clone(), texts(brings))).collect()
}

/// Whether it becomes part of a program for a desk: neither for tests or builds only, nor for phones only.
fn is_built_in(kind: &Value) -> bool {
    let phones_only = kind["target"].as_str().is_some_and(|target| target.contains("android"));
    kind["kind"].is_null() && !phones_only
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

#[cfg(test)]
pub mod made {
    //! Graphs made up for the tests of the rules.

    use serde_json::json;

    use super::Graph;

    /// A graph from `(package, what it depends on)`; packages named `assay*`, `xtask` are members. `dev:` before a name
    /// marks a dependency that only tests have.
    pub fn graph(edges: &[(&str, &[&str])]) -> Graph {
        let bare = |name: &str| name.trim_start_matches("dev:").to_owned();
        let mut names: Vec<String> = edges.iter().map(|(name, _)| bare(name)).collect();
        names.extend(edges.iter().flat_map(|(_, targets)| targets.iter().map(|name| bare(name))));
        names.sort();
        names.dedup();
        let ours = |name: &String| name.starts_with("assay") || name == "xtask";
        let members: Vec<&String> = names.iter().filter(|name| ours(name)).collect();
        let packages: Vec<_> = names
            .iter()
            .map(|name| json!({"id": name, "name": name, "manifest_path": format!("/r/{name}/Cargo.toml")}))
            .collect();
        let nodes: Vec<_> = edges
            .iter()
            .map(|(name, targets)| {
                let deps: Vec<_> = targets
                    .iter()
                    .map(|target| {
                        let kind = target.starts_with("dev:").then_some("dev");
                        json!({"pkg": bare(target), "dep_kinds": [{"kind": kind}]})
                    })
                    .collect();
                json!({"id": name, "deps": deps})
            })
            .collect();
        let metadata = json!({
            "workspace_root": "/r", "workspace_members": members, "packages": packages, "resolve": {"nodes": nodes},
        });
        Graph::read(metadata.to_string().as_bytes()).unwrap()
    }

    /// `assay-github` with these dependencies (name, whether optional) and features.
    pub fn with_features(declared: &[(&str, bool)], features: &[(&str, &[&str])]) -> Graph {
        let dependencies: Vec<_> = declared
            .iter()
            .map(|(name, optional)| json!({"name": name, "optional": optional, "kind": null}))
            .collect();
        let features: serde_json::Map<_, _> =
            features.iter().map(|(name, brings)| ((*name).to_owned(), json!(brings))).collect();
        let package = json!({
            "id": "g", "name": "assay-github", "manifest_path": "/r/g/Cargo.toml", "dependencies": dependencies,
            "features": features,
        });
        let metadata = json!({
            "workspace_root": "/r", "workspace_members": ["g"], "packages": [package], "resolve": {"nodes": []},
        });
        Graph::read(metadata.to_string().as_bytes()).unwrap()
    }

    #[test]
    fn reaching_follows_what_is_built_in_and_not_what_only_tests_use() {
        let graph = graph(&[("assay", &["a", "dev:t"]), ("a", &["b"]), ("b", &["a"]), ("t", &["u"])]);
        let assay = graph.members().next().unwrap();
        assert_eq!(assay.folder, "assay");
        assert_eq!(graph.reached(assay, None).into_iter().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(graph.reached(assay, Some("a")).len(), 0);
        assert_eq!(graph.direct(assay).collect::<Vec<_>>(), ["a", "t"]);
    }
}
