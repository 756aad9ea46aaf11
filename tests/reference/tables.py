"""Folds and encodings as scikit-learn has them: the values that stand in FoldsTests and TableEncoderTests.

    /usr/bin/python3 tests/reference/tables.py
"""
import numpy
from sklearn.model_selection import TimeSeriesSplit
from sklearn.preprocessing import MinMaxScaler, StandardScaler

for count, folds in ((10, 3), (12, 5), (7, 2)):
    parts = [(len(train), validation[0], len(validation)) for train, validation in TimeSeriesSplit(folds).split(numpy.zeros(count))]
    print("TimeSeriesSplit", count, folds, parts)

values = numpy.array([[3.5], [-1.25], [0.75], [10.0], [2.0]])
print("StandardScaler", [repr(x) for x in StandardScaler().fit_transform(values).astype(numpy.float32)[:, 0]])
print("MinMaxScaler", [repr(x) for x in MinMaxScaler().fit_transform(values).astype(numpy.float32)[:, 0]])
