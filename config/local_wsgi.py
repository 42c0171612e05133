"""WSGI entry point of ``make run``: a worker ends with the process that started it.

Otherwise the workers of a killed server would keep its port.
"""

import os

from config.lifeline import end_with
from config.wsgi import application

end_with(int(os.environ["WORTLAUT_STARTER"]), lambda: os._exit(1))

__all__ = ["application"]
