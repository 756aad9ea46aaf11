#!/usr/bin/python3
"""Reference values for the metrics: scikit-learn's, and the formula of Guo et al. 2017 for the calibration error.

Writes tests/NetGen.Runtime.Tests/Metrics/reference.json: for each case predictions (exact floats), targets and the metrics by name;
null where scikit-learn refuses or warns that a metric is not defined.
"""
import json
import pathlib

import numpy as np
from sklearn import metrics as sk
from sklearn.preprocessing import label_binarize

AVERAGES = ("macro", "micro", "weighted")


def triple(actual, predicted, **arguments):
    return list(sk.precision_recall_fscore_support(actual, predicted, zero_division=0, **arguments)[:3])


def areas(actual, scores):
    """ROC AUC and average precision of each column; None without targets of both kinds."""
    both = [0 < column.sum() < len(column) for column in actual.T]
    pairs = list(zip(both, actual.T, scores.T))
    return [[metric(a, s) if ok else None for ok, a, s in pairs] for metric in (sk.roc_auc_score, sk.average_precision_score)]


def mean(values):
    return None if None in values else float(np.mean(values))


def calibration(confidence, right, bins=15):
    places = np.clip(np.ceil(confidence * bins).astype(int) - 1, 0, bins - 1)
    return sum(
        (places == m).mean() * abs(right[places == m].mean() - confidence[places == m].mean()) for m in range(bins) if (places == m).any())


def curves(actual, scores):
    """From the highest threshold to the lowest, without the point that never says yes."""
    false_positive, recall, thresholds = sk.roc_curve(actual, scores, drop_intermediate=False)
    precision, pr_recall, pr_thresholds = sk.precision_recall_curve(actual, scores)
    assert np.array_equal(pr_thresholds[::-1], thresholds[1:][:len(pr_thresholds)])
    return {
        "roc_threshold": thresholds[1:], "roc_false_positive": false_positive[1:], "roc_recall": recall[1:],
        "pr_precision": precision[:-1][::-1], "pr_recall": pr_recall[:-1][::-1]}


def classes(actual, predicted, indicator, scores, number):
    found = dict(zip(("class_precision", "class_recall", "class_f1"), triple(actual, predicted, labels=range(number), average=None)))
    found |= {average: triple(actual, predicted, average=average) for average in AVERAGES}
    found["class_roc_auc"], found["class_average_precision"] = areas(indicator, scores)
    found["accuracy"] = sk.accuracy_score(actual, predicted)
    found["confusion"] = sk.confusion_matrix(actual, predicted, labels=range(number)).ravel()
    found["support"] = indicator.sum(0)
    return found


def two_classes(actual, scores, threshold):
    predicted = (scores >= threshold).astype(int)
    found = classes(actual, predicted, np.stack([1 - actual, actual], 1), np.stack([-scores, scores], 1), 2)
    found |= dict(zip(("precision", "recall", "f1"), (found[f"class_{name}"][1] for name in ("precision", "recall", "f1"))))
    found["roc_auc"], found["average_precision"] = found["class_roc_auc"][1], found["class_average_precision"][1]
    found["calibration_error"] = calibration(np.maximum(scores, 1 - scores), (scores >= 0.5) == (actual == 1))
    return found | (curves(actual, scores) if found["roc_auc"] is not None else {})


def binary(actual, scores, threshold=0.5):
    scores = np.float32(scores).astype(np.float64)
    return case("binary", 1, scores, actual, two_classes(actual, scores, threshold), threshold)


def softmax(actual, scores):
    number = scores.shape[1]
    indicator = label_binarize(actual, classes=range(number)) if number > 2 else np.stack([1 - actual, actual], 1)
    predicted = scores.argmax(1)
    found = classes(actual, predicted, indicator, scores, number)
    for k in range(1, number):
        # Without ties; scikit-learn takes two classes for a binary score.
        found[f"top{k}_accuracy"] = sk.top_k_accuracy_score(actual, scores, k=k, labels=range(number)) if number > 2 else found["accuracy"]
    found["roc_auc"] = mean(found["class_roc_auc"]) if number > 2 else found["class_roc_auc"][1]
    if number > 2 and found["roc_auc"] is not None:
        np.testing.assert_allclose(found["roc_auc"], sk.roc_auc_score(actual, scores, multi_class="ovr"))
    found["calibration_error"] = calibration(scores.max(1), predicted == actual)
    if number == 2:
        found |= curves(actual, scores[:, 1])
    return case("softmax", number, scores, actual, found)


def labels(actual, scores, threshold=0.5):
    scores = np.float32(scores).astype(np.float64)
    predicted = (scores >= threshold).astype(int)
    found = dict(zip(("class_precision", "class_recall", "class_f1"), triple(actual, predicted, average=None)))
    found |= {average: triple(actual, predicted, average=average) for average in (*AVERAGES, "samples")}
    found["class_roc_auc"], found["class_average_precision"] = areas(actual, scores)
    found["roc_auc"], found["average_precision"] = mean(found["class_roc_auc"]), mean(found["class_average_precision"])
    found["subset_accuracy"] = sk.accuracy_score(actual, predicted)
    found["hamming_loss"] = sk.hamming_loss(actual, predicted)
    found["jaccard"] = sk.jaccard_score(actual, predicted, average="samples", zero_division=0)
    found["support"] = actual.sum(0)
    return case("labels", actual.shape[1], scores, actual, found, threshold)


def regression(actual, predicted):
    actual, predicted = (np.float32(values).astype(np.float64) for values in (actual, predicted))
    found = {
        "mae": sk.mean_absolute_error(actual, predicted), "mse": sk.mean_squared_error(actual, predicted),
        "rmse": np.sqrt(sk.mean_squared_error(actual, predicted)), "max_error": np.abs(actual - predicted).max(),
        "r2": sk.r2_score(actual, predicted), "output_r2": sk.r2_score(actual, predicted, multioutput="raw_values"),
        "output_mae": sk.mean_absolute_error(actual, predicted, multioutput="raw_values"),
        "output_rmse": sk.mean_squared_error(actual, predicted, multioutput="raw_values", squared=False)}
    return case("regression", actual.shape[1], predicted, actual, found)


def case(kind, outputs, predictions, targets, found, threshold=0.5):
    lists = lambda value: [lists(v) for v in value] if isinstance(value, (list, np.ndarray)) else None if value is None else float(value)
    return {
        "kind": kind, "outputs": outputs, "threshold": threshold, "predictions": lists(np.ravel(predictions)), "targets": lists(np.ravel(targets)),
        "metrics": {name: lists(value) for name, value in found.items()}}


def probabilities(random, targets, spread=0.25):
    return np.round(np.clip(0.3 + 0.4 * targets + random.normal(0, spread, targets.shape), 0, 1), 3)


def rows(random, targets, number, sharpness):
    """Softmax rows of distinct multiples of 1/4096 that sum to one."""
    result = []
    while len(result) < len(targets):
        weights = random.dirichlet(np.ones(number) + sharpness * (np.arange(number) == targets[len(result)]))
        row = random.multinomial(4096, weights) / 4096
        if len(set(row)) == number:
            result.append(row)
    return np.array(result)


def main():
    random = np.random.RandomState(3)
    balanced, rare = random.randint(0, 2, 200), (random.uniform(size=300) < 0.06).astype(int)
    four, three, two = random.randint(0, 4, 150), random.randint(0, 3, 100), random.randint(0, 2, 80)
    seven = random.randint(0, 7, 200)
    tags = (random.uniform(size=(120, 5)) < (0.5, 0.3, 0.1, 0.4, 0.2)).astype(int)
    lost = tags.copy()
    lost[:, 2] = 0
    line = random.normal(0, 2, (90, 1))
    three_outputs = random.normal(0, 1, (70, 3)) * (1, 20, 0.1) + (0, 5, -3)
    constant = three_outputs.copy()
    constant[:, 1] = 7
    cases = {
        "binary-balanced": binary(balanced, probabilities(random, balanced)),
        "binary-imbalanced": binary(rare, probabilities(random, rare, 0.2)),
        "binary-threshold": binary(rare, probabilities(random, rare, 0.2), 0.7),
        "binary-ties": binary(balanced, np.round(probabilities(random, balanced), 1)),
        "binary-constant": binary(balanced, np.full(200, 0.25)),
        "binary-perfect": binary(balanced, 0.2 + 0.7 * balanced),
        "binary-one-kind": binary(np.ones(20, int), probabilities(random, np.ones(20))),
        "softmax-two": softmax(two, rows(random, two, 2, 1)),
        "softmax-four": softmax(four, rows(random, four, 4, 2)),
        "softmax-seven": softmax(seven, rows(random, seven, 7, 1)),
        "softmax-absent": softmax(three, rows(random, three, 4, 2)),
        "softmax-unseen": softmax(three, np.hstack([rows(random, three, 3, 2), np.full((100, 1), -1 / 8192)])),
        "labels": labels(tags, probabilities(random, tags)),
        "labels-threshold": labels(tags, probabilities(random, tags), 0.35),
        "labels-absent": labels(lost, probabilities(random, lost)),
        "regression": regression(line, line + random.normal(0, 0.5, line.shape)),
        "regression-three": regression(three_outputs, three_outputs * 0.9 + random.normal(0, 0.1, three_outputs.shape)),
        "regression-constant": regression(constant, constant + random.normal(0, 0.1, constant.shape) * (1, 0, 1)),
        "regression-constant-missed": regression(constant, constant + random.normal(0, 0.1, constant.shape)),
        "regression-offset": regression(line + 1e5, line + 1e5 + random.normal(0, 0.5, line.shape)),
    }
    target = pathlib.Path(__file__).parents[1] / "NetGen.Runtime.Tests" / "Metrics" / "reference.json"
    lines = [f"  {json.dumps(name)}: {json.dumps(value, separators=(',', ':'))}" for name, value in cases.items()]
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
