package org.numberreader.training.checkpoint;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.optimizer.AdamW;
import ai.djl.training.optimizer.Optimizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * DJL's AdamW with moments that can be saved and taken up again, which DJL keeps to itself. Steps are counted by {@link
 * Optimizer.OptimizerBuilder#optBeginNumUpdate}.
 */
public final class ResumableAdamW extends AdamW {
    /** The maps of moments by parameter, first the means and then the variances: the order in which Adam asks. */
    private final List<Map<String, Map<Device, NDArray>>> moments = new ArrayList<>();

    private final Map<String, NDList> restored = new LinkedHashMap<>();

    public ResumableAdamW(Builder builder) {
        super(builder);
    }

    /**
     * Writes the moments.
     *
     * @param parameters the ids of all parameters in the network's order; what is not trained has no moments
     */
    public void save(List<String> parameters, OutputStream out) throws IOException {
        var arrays = new NDList();
        for (var kind : moments) {
            for (String parameter : parameters) {
                kind.getOrDefault(parameter, Map.of()).values().forEach(arrays::add);
            }
        }
        arrays.encode(out);
    }

    /**
     * Takes up moments that were saved, before the first step.
     *
     * @param trained the ids of the parameters that have moments, in the network's order
     */
    public void restore(List<String> trained, NDManager manager, InputStream in) throws IOException {
        var arrays = NDList.decode(manager, in);
        if (arrays.size() != 2 * trained.size()) {
            throw new IOException("the saved moments do not fit the network");
        }
        for (int i = 0; i < trained.size(); i++) {
            restored.put(trained.get(i), new NDList(arrays.get(i), arrays.get(trained.size() + i)));
        }
    }

    @Override
    protected NDArray withDefaultState(
            Map<String, Map<Device, NDArray>> state,
            String parameter,
            Device device,
            Function<String, NDArray> defaultFunction) {
        int kind = kind(state);
        return super.withDefaultState(state, parameter, device, id -> {
            @Nullable NDList saved = restored.get(id);
            return saved == null ? defaultFunction.apply(id) : saved.get(kind);
        });
    }

    private int kind(Map<String, Map<Device, NDArray>> state) {
        for (int i = 0; i < moments.size(); i++) {
            if (moments.get(i) == state) {
                return i;
            }
        }
        moments.add(state);
        return moments.size() - 1;
    }
}
