"""Translates a target to a native binary.

    python tools/translate.py [options] targetruff.py

    --output=FILE      name of the binary (default: what the target says)
    --lldebug          keep the checks of the low-level operations in the binary
    --log=FILE         where the toolchain's own output goes (build/translate.log)
    --name=TEXT        what `ruff --version` says of the toolchain
    --toolchain=DIR    a checkout that holds rpython/, instead of the package
    --opt=LEVEL        level of the toolchain (jit)

Runs on Python 2.7. Prints one line per phase with the elapsed time, and a sign
of life in long ones; names the log when the translation fails. Exits with 0,
or with 1 on failure.
"""
import argparse
import os
import platform
import sys
import threading
import time
import traceback

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SECONDS_BETWEEN_SIGNS = 30

PHASES = {
    "annotate": "infer types",
    "rtype_lltype": "lower types",
    "pyjitpl_lltype": "generate the JIT compiler",
    "backendopt_lltype": "optimize",
    "stackcheckinsertion_lltype": "insert stack checks",
    "database_c": "collect what is reachable",
    "source_c": "write C",
    "compile_c": "compile C",
}


class Progress(object):
    """Prints what the translator is doing to the original standard output."""

    def __init__(self, stream):
        self.stream = stream
        self.start = time.time()
        self.phase = "load the target"
        self.phase_start = self.start
        self.lock = threading.Lock()

    def _write(self, text):
        elapsed = int(time.time() - self.start)
        self.stream.write("  [%2d:%02d] translate: %s\n" % (
            elapsed // 60, elapsed % 60, text))
        self.stream.flush()

    def enter(self, phase):
        """Notes that `phase` begins and prints it."""
        with self.lock:
            self.phase = phase
            self.phase_start = time.time()
            self._write(phase)

    def say(self, text):
        """Prints one line."""
        with self.lock:
            self._write(text)

    def _give_signs(self):
        while True:
            time.sleep(1)
            with self.lock:
                silent = time.time() - self.phase_start
                if int(silent) % SECONDS_BETWEEN_SIGNS == 0 and silent > 1:
                    self._write("%s, %d s" % (self.phase, silent))

    def start_signs_of_life(self):
        """Starts the thread that speaks up during a long phase."""
        thread = threading.Thread(target=self._give_signs)
        thread.daemon = True
        thread.start()


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target")
    parser.add_argument("--output")
    parser.add_argument("--lldebug", action="store_true")
    parser.add_argument("--opt", default="jit")
    parser.add_argument("--log", default=os.path.join("build", "translate.log"))
    parser.add_argument("--toolchain")
    parser.add_argument("--name")
    return parser.parse_args()


def prepare_environment(arguments, log_path):
    """Sets what the toolchain reads when it is imported."""
    build = os.path.dirname(log_path)
    if not os.path.isdir(build):
        os.makedirs(build)
    os.environ["PYPY_USESSION_DIR"] = build
    os.environ["PYPY_USESSION_BASENAME"] = (
        "debug" if arguments.lldebug else arguments.opt)
    # A Python that was unpacked privately needs this, the compiler must not
    # see it.
    os.environ.pop("LD_LIBRARY_PATH", None)
    wrapper = os.path.join(ROOT, ".venv", "bin", "python")
    if os.path.exists(wrapper):
        # The toolchain starts a helper process with this.
        sys.executable = wrapper
    sys.path.insert(0, ROOT)
    if arguments.toolchain:
        sys.path.insert(0, os.path.abspath(arguments.toolchain))


def redirect_output(log_path):
    """Sends what this process and its children print to the log.

    Returns a file object for the original standard output.
    """
    sys.stdout.flush()
    original = os.fdopen(os.dup(1), "w")
    log = os.open(log_path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.close(log)
    return original


def apply_build_constants(arguments):
    """Puts the build constants where the toolchain looks for them."""
    from rpython.memory.gc import env
    from rpython.memory.gctransform import shadowstack
    from rpython.rlib import jit
    from ruffinterp.vm import build_constants

    if arguments.name:
        build_constants.TOOLCHAIN = arguments.name
    nursery_bytes = build_constants.NURSERY_BYTES

    def fixed_nursery_size():
        return nursery_bytes

    env.estimate_best_nursery_size = fixed_nursery_size
    shadowstack.ShadowStackPool.root_stack_depth = (
        build_constants.SHADOW_STACK_WORDS)
    for name, value in build_constants.JIT_PARAMETERS.items():
        if name not in jit.PARAMETERS:
            raise KeyError("the toolchain has no JIT parameter %r" % name)
        jit.PARAMETERS[name] = value


def report_phases(progress):
    """Makes the translation driver tell `progress` what it begins."""
    from rpython.translator import driver

    original = driver.TranslationDriver._event

    def event(self, kind, goal, function):
        if kind == "pre":
            progress.enter(PHASES.get(goal, goal))
        return original(self, kind, goal, function)

    driver.TranslationDriver._event = event


def translator_arguments(arguments):
    """Returns the command line of the toolchain as a list of strings."""
    result = ["translate", "--batch", "--opt=" + arguments.opt,
              "--make-jobs=%d" % max(1, processors())]
    if arguments.lldebug:
        result.append("--lldebug")
    if arguments.output:
        result.append("--output=" + os.path.abspath(arguments.output))
    result.append(arguments.target)
    return result


def processors():
    """Returns how many processors this machine has, 1 when it does not say."""
    try:
        return os.sysconf("SC_NPROCESSORS_ONLN")
    except (ValueError, OSError):
        return 1


def keep_own_cache(build):
    """Answers of the C compiler are cached beside the log.

    The toolchain empties the cache when a translation begins; the one that
    tests of the same toolchain use at that moment stays.
    """
    from rpython.config import translationoption

    translationoption.CACHE_DIR = os.path.join(
        build, os.environ["PYPY_USESSION_BASENAME"] + "-cache")


def choose_large_traces():
    """Selects the large model of traces, where the toolchain has the choice.

    The small one overflows on traces with many constants or snapshots, which
    0.2.1 does not notice everywhere (101c855d3f0). It is an option without a
    switch on the command line.
    """
    from rpython.config import translationoption

    options = translationoption.translation_optiondescription._children
    for option in options:
        if option._name == "jit_opencoder_model":
            option.default = "big"


def run_translator(arguments, progress):
    """Runs the toolchain in this process. Returns its exit code."""
    keep_own_cache(os.path.dirname(os.path.abspath(arguments.log)))
    from tools import toolchain_patches
    from rpython.translator.goal import translate

    apply_build_constants(arguments)
    choose_large_traces()
    toolchain_patches.apply_patches()
    report_phases(progress)
    sys.argv = translator_arguments(arguments)
    try:
        translate.main()
    except SystemExit as end:
        return 0 if end.code in (None, 0) else 1
    return 0


def main():
    arguments = parse_arguments()
    log_path = os.path.abspath(arguments.log)
    prepare_environment(arguments, log_path)
    progress = Progress(redirect_output(log_path))
    progress.start_signs_of_life()
    progress.say("on %s %s" % (platform.python_implementation(),
                                platform.python_version()))
    try:
        exit_code = run_translator(arguments, progress)
    except Exception:
        traceback.print_exc()
        exit_code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    if exit_code:
        progress.say("FAILED while: %s" % progress.phase)
        progress.say("the toolchain's own log: %s" % log_path)
    else:
        progress.say("done")
    progress.stream.flush()
    os._exit(exit_code)


if __name__ == "__main__":
    main()
