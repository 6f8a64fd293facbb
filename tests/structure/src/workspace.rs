//! The packages of a workspace, as `cargo metadata` lists them.

use crate::error::Error;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A workspace: its folder and its packages, in name order.
#[derive(Debug)]
pub struct Workspace {
    /// The absolute path of its folder; all other paths are relative to it.
    pub root: PathBuf,
    /// Its members.
    pub packages: Vec<Package>,
}

/// A member of the workspace.
#[derive(Debug, Default)]
pub struct Package {
    /// The name in its `Cargo.toml`.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// The file at the root of each library, binary, test, bench and example.
    pub roots: Vec<PathBuf>,
    /// The members of the workspace that it depends on, tests and build scripts included.
    pub dependencies: Vec<String>,
}

impl Workspace {
    /// Asks Cargo about the workspace in the folder `root`.
    ///
    /// # Errors
    /// [`Error::Cargo`] when Cargo cannot be started or refuses the workspace.
    pub fn read(root: &Path) -> Result<Self, Error> {
        let refused = |message| Error::Cargo { folder: root.to_owned(), message };
        let output = Command::new("cargo")
            .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
            .current_dir(root)
            .output()
            .map_err(|error| refused(error.to_string()))?;
        if !output.status.success() {
            return Err(refused(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
        }
        let metadata: Metadata =
            serde_json::from_slice(&output.stdout).map_err(|error| refused(error.to_string()))?;
        Ok(metadata.into_workspace())
    }
}

/// The part of Cargo's answer that is used here.
#[derive(Deserialize)]
struct Metadata {
    workspace_root: PathBuf,
    packages: Vec<CargoPackage>,
}

#[derive(Deserialize)]
struct CargoPackage {
    name: String,
    manifest_path: PathBuf,
    targets: Vec<CargoTarget>,
    dependencies: Vec<CargoDependency>,
}

#[derive(Deserialize)]
struct CargoTarget {
    src_path: PathBuf,
}

#[derive(Deserialize)]
struct CargoDependency {
    name: String,
    /// Absent for what comes from a registry.
    path: Option<PathBuf>,
}

impl Metadata {
    fn into_workspace(self) -> Workspace {
        let root = self.workspace_root;
        let relative = |path: &Path| path.strip_prefix(&root).unwrap_or(path).to_owned();
        let package = |package: CargoPackage| {
            let folder = package.manifest_path.parent().unwrap_or(&root);
            let roots = package.targets.iter().map(|target| relative(&target.src_path));
            let local = package.dependencies.iter().filter(|dependency| dependency.path.is_some());
            Package {
                folder: relative(folder),
                roots: roots.collect(),
                dependencies: local.map(|dependency| dependency.name.clone()).collect(),
                name: package.name,
            }
        };
        let mut packages: Vec<_> = self.packages.into_iter().map(package).collect();
        packages.sort_by(|a, b| a.name.cmp(&b.name));
        Workspace { packages, root }
    }
}
