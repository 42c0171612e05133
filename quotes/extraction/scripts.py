"""Scripts that set no spaces between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese."""

import re

# Their letters, stops and brackets.
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
)
