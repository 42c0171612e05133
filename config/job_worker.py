"""The worker beside a site in local use: started with it, started anew when it dies, ended with
it."""

import os
import subprocess
import sys
import threading

# Seconds before a worker that ended is started anew.
PAUSE = 2.0
# Seconds that it has to end by itself.
PATIENCE = 5.0


# Held while a worker is started and while this process forks (the server's own workers): Popen
# waits until no process has the pipe open on which the new one tells that it runs, and whoever was
# forked meanwhile would have it open until his end.
_starting = threading.Lock()
os.register_at_fork(
    before=_starting.acquire,
    after_in_parent=_starting.release,
    after_in_child=_starting.release,
)


class JobWorker:
    """A process of its own (``config.work``), watched by a thread of this one."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts it, and from now on again whenever it ends."""
        threading.Thread(target=self._keep_running, name="worker", daemon=True).start()

    def stop(self) -> None:
        """Ends it and waits for that."""
        with self._turn:
            self._stopping.set()
            process = self._process
        if process is None:
            return
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()

    def _keep_running(self) -> None:
        environment = {**os.environ, "WORTLAUT_STARTER": str(os.getpid())}
        while True:
            with self._turn:
                if self._stopping.is_set():
                    return
                with _starting:
                    self._process = subprocess.Popen(
                        [sys.executable, "-m", "config.work"],
                        stdin=subprocess.DEVNULL,
                        env=environment,
                    )
            self._process.wait()
            self._stopping.wait(PAUSE)
