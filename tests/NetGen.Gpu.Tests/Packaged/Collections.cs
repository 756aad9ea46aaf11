// Each class of tests has an accelerator with hundreds of threads of its own.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
