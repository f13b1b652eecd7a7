"""`python -m training`: renders people, learns from them, exports and measures the network."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

# Each command imports what it needs: measuring needs no torch, rendering no trainer.


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_render(commands.add_parser("render", help="render people into shards"))
    _add_teach(commands.add_parser("teach", help="ask a teacher about every rendered picture"))
    _add_train(commands.add_parser("train", help="learn, or go on learning"))
    _add_export(commands.add_parser("export", help="write the network as ONNX"))
    _add_quantise(commands.add_parser("quantise", help="write the network as ONNX in eight bits"))
    _add_evaluate(commands.add_parser("evaluate", help="measure a model on a folder of crops"))
    chosen = parser.parse_args(arguments)
    chosen.run(chosen)


def _add_render(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, help="folder of the set")
    parser.add_argument("--people", type=int, default=2176)
    parser.add_argument("--views", type=int, default=10, help="pictures of each person")
    parser.add_argument("--backdrops", type=int, default=900)
    parser.add_argument("--seed", type=int, default=11)
    parser.set_defaults(run=_render)


def _render(options: argparse.Namespace) -> None:
    from training.data.shards import SetFacts  # noqa: PLC0415 - see above
    from training.render.writing import render_set  # noqa: PLC0415 - see above

    facts = SetFacts(
        people=options.people,
        views=options.views,
        backdrops=options.backdrops,
        seed=options.seed,
    )
    render_set(options.out, facts)


def _add_teach(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--set", type=Path, required=True, help="folder of the rendered set")
    parser.add_argument("--teacher", type=Path, required=True, help="a model file that is known")
    parser.add_argument("--out", type=Path, required=True, help="folder of the answers")
    parser.add_argument("--seed", type=int, default=7)
    parser.set_defaults(run=_teach)


def _teach(options: argparse.Namespace) -> None:
    from reid_service.embed.choose import open_embedder  # noqa: PLC0415 - see above
    from training.data.shards import RenderedSet  # noqa: PLC0415 - see above
    from training.data.teaching import teach  # noqa: PLC0415 - see above

    file: Path = options.teacher
    teacher = open_embedder(file.stem, file=file, folder=file.parent)
    teach(RenderedSet(options.set), teacher.embed, options.out, options.seed)
    teacher.close()


def _add_train(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--set", type=Path, required=True, help="folder of the rendered set")
    parser.add_argument("--out", type=Path, required=True, help="checkpoints go and come from here")
    parser.add_argument("--steps", type=int, default=7800)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--teaching", type=Path, help="answers of a teacher; none: labels only")
    parser.add_argument("--teacher-weight", type=float, default=8.0)
    parser.add_argument("--in-rendered-colours", type=float, help="share of people, in [0, 1]")
    parser.set_defaults(run=_train)


def _train(options: argparse.Namespace) -> None:
    import cv2  # noqa: PLC0415 - see above
    import torch  # noqa: PLC0415 - see above

    from training.data.shards import RenderedSet  # noqa: PLC0415 - see above
    from training.data.teaching import read_teaching  # noqa: PLC0415 - see above
    from training.learn.loop import Plan, Trainer  # noqa: PLC0415 - see above

    torch.set_num_threads(options.threads)
    cv2.setNumThreads(options.threads)
    rendered = RenderedSet(options.set)
    taught = options.teaching is not None
    share = options.in_rendered_colours
    plan = Plan(
        steps=options.steps,
        seed=options.seed,
        teacher_weight=options.teacher_weight if taught else 0.0,
        in_rendered_colours=share if share is not None else (0.6 if taught else 0.35),
    )
    teacher = read_teaching(options.teaching, rendered.people) if taught else None
    Trainer(rendered, plan, options.out, teacher).run()


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("weights", type=Path, help="average.pt of a training")
    parser.add_argument("target", type=Path, help="the .onnx file")
    parser.set_defaults(run=_export)


def _export(options: argparse.Namespace) -> None:
    from training.learn.export import export  # noqa: PLC0415 - see above

    export(options.weights, options.target)


def _add_quantise(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("weights", type=Path, help="average.pt of a training")
    parser.add_argument("target", type=Path, help="the .onnx file")
    parser.add_argument("--set", type=Path, required=True, help="rendered set to scale by")
    parser.set_defaults(run=_quantise)


def _quantise(options: argparse.Namespace) -> None:
    from training.data.shards import RenderedSet  # noqa: PLC0415 - see above
    from training.learn.quantise import quantise  # noqa: PLC0415 - see above

    quantise(options.weights, RenderedSet(options.set), options.target)


def _add_evaluate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", type=Path, help="a .onnx file that is known or described")
    parser.add_argument("crops", type=Path, help="folder of <person>/c<camera>_<view>.png|jpg")
    parser.set_defaults(run=_evaluate)


def _evaluate(options: argparse.Namespace) -> None:
    from training.evaluating import measure  # noqa: PLC0415 - see above

    print(measure(options.model, options.crops))


if __name__ == "__main__":
    main()
